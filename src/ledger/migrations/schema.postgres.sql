actor_words.word text not null
actor_words.actor integer not null
actors.key bigint not null
actors.id text not null
actors.name text not null
actors.kind text not null
actors.catalogue text
actors.latin text not null
actors.romanised integer not null
actors.canonical integer not null
actors.renamed text
actors.suppressed integer not null
corrections.id text not null
corrections.made text not null
corrections.person text not null
corrections.why text
corrections.action text not null
corrections.report integer
corrections.version integer
corrections.subject text
corrections.value text not null
events.key bigint not null
events.report integer not null
events.outlet integer
events.state text not null
events.moment bigint not null
events.day text
events.span_start integer not null
events.span_end integer not null
events.nth integer not null
events.sentence_start integer not null
events.sentence_end integer not null
events.why text not null
events.confidence double precision not null
events.correction text
events.type text not null
events.mode text
events.status text not null
events.factuality text not null
events.happened text
events.first_day text
events.last_day text
events.place text
events.place_words text
events.claimant integer
events.background integer not null
events.condition text
events.denied_by bigint
issues.id text not null
issues.concept text not null
issues.renamed text
line_actors.line bigint not null
line_actors.moment bigint not null
line_actors.actor integer not null
line_actors.part text not null
line_words.key bigint not null
line_words.stems tsvector not null
line_words.forms tsvector not null
mentions.report integer not null
mentions.actor integer not null
mentions.span_start integer not null
mentions.span_end integer not null
mentions.form text not null
migrations.number bigint not null
migrations.name text not null
migrations.applied text not null
origins.key bigint not null
origins.name text not null
origins.how text not null
outlets.key bigint not null
outlets.name text not null
positions.key bigint not null
positions.report integer not null
positions.outlet integer
positions.state text not null
positions.moment bigint not null
positions.day text
positions.span_start integer not null
positions.span_end integer not null
positions.nth integer not null
positions.sentence_start integer not null
positions.sentence_end integer not null
positions.why text not null
positions.confidence double precision not null
positions.correction text
positions.holder integer not null
positions.polarity text not null
positions.conditional integer not null
positions.target text not null
positions.evidence bigint
positions.issue text
readings.key bigint not null
readings.report integer not null
readings.version integer not null
readings.reader text not null
readings.record bytea not null
readings.stored text not null
report_actors.report integer not null
report_actors.actor integer not null
report_actors.name text not null
report_actors.role text
report_versions.key bigint not null
report_versions.report integer not null
report_versions.number integer not null
report_versions.hash text not null
report_versions.id text not null
report_versions.outlet text
report_versions.published text
report_versions.title text
report_versions.url text
report_versions.text text not null
report_versions.original bytea
report_versions.stored text not null
report_words.key bigint not null
report_words.stems tsvector not null
report_words.forms tsvector not null
reports.key bigint not null
reports.identity text not null
reports.id text not null
reports.outlet integer
reports.published text
reports.day text
reports.moment bigint not null
reports.title text
reports.url text
reports.version integer not null
reports.reading integer not null
reports.suppressed integer not null
reports.origin integer
reports.story integer
reports.stored text not null
statements.key bigint not null
statements.report integer not null
statements.outlet integer
statements.state text not null
statements.moment bigint not null
statements.day text
statements.span_start integer not null
statements.span_end integer not null
statements.nth integer not null
statements.sentence_start integer not null
statements.sentence_end integer not null
statements.why text not null
statements.confidence double precision not null
statements.correction text
statements.type text not null
statements.act text
statements.speaker integer
statements.addressee integer
statements.via integer
statements.content text not null
statements.quotation text not null
statements.cue_start integer
statements.cue_end integer
statements.source_start integer
statements.source_end integer
statements.venue_start integer
statements.venue_end integer
statements.said text
statements.chain text not null
stories.key bigint not null
stories.title text
stories.began text
times.key bigint not null
times.report integer not null
times.outlet integer
times.state text not null
times.moment bigint not null
times.day text
times.span_start integer not null
times.span_end integer not null
times.nth integer not null
times.sentence_start integer not null
times.sentence_end integer not null
times.why text not null
times.confidence double precision not null
times.correction text
times.type text not null
times.value text not null
times.conflict text
times.first_day text
times.last_day text
tombstones.identity text not null
tombstones.report integer not null
tombstones.hash text not null
tombstones.erased text not null
tombstones.person text not null
tombstones.why text not null
CREATE UNIQUE INDEX actor_words_pkey ON actor_words USING btree (word, actor)
CREATE INDEX actors_canonical ON actors USING btree (canonical)
CREATE UNIQUE INDEX actors_id ON actors USING btree (id)
CREATE UNIQUE INDEX actors_pkey ON actors USING btree (key)
CREATE UNIQUE INDEX corrections_pkey ON corrections USING btree (id)
CREATE INDEX corrections_report ON corrections USING btree (report)
CREATE INDEX corrections_subject ON corrections USING btree (subject)
CREATE INDEX events_denied_by ON events USING btree (denied_by)
CREATE INDEX events_moment_key ON events USING btree (moment, key)
CREATE INDEX events_outlet_moment_key ON events USING btree (outlet, moment, key)
CREATE UNIQUE INDEX events_pkey ON events USING btree (key)
CREATE INDEX events_status_moment_key ON events USING btree (status, moment, key)
CREATE INDEX events_type_moment_key ON events USING btree (type, moment, key)
CREATE UNIQUE INDEX issues_pkey ON issues USING btree (id)
CREATE INDEX line_actors_actor_part_moment_line ON line_actors USING btree (actor, part, moment, line)
CREATE INDEX line_actors_line ON line_actors USING btree (line)
CREATE INDEX line_words_forms ON line_words USING gin (forms)
CREATE UNIQUE INDEX line_words_pkey ON line_words USING btree (key)
CREATE INDEX line_words_stems ON line_words USING gin (stems)
CREATE INDEX mentions_report ON mentions USING btree (report)
CREATE UNIQUE INDEX migrations_pkey ON migrations USING btree (number)
CREATE UNIQUE INDEX origins_pkey ON origins USING btree (key)
CREATE UNIQUE INDEX outlets_name ON outlets USING btree (name)
CREATE UNIQUE INDEX outlets_pkey ON outlets USING btree (key)
CREATE INDEX positions_holder_moment_key ON positions USING btree (holder, moment, key)
CREATE INDEX positions_issue_moment_key ON positions USING btree (issue, moment, key)
CREATE INDEX positions_moment_key ON positions USING btree (moment, key)
CREATE INDEX positions_outlet_moment_key ON positions USING btree (outlet, moment, key)
CREATE UNIQUE INDEX positions_pkey ON positions USING btree (key)
CREATE UNIQUE INDEX readings_pkey ON readings USING btree (key)
CREATE INDEX readings_report ON readings USING btree (report)
CREATE UNIQUE INDEX readings_version_reader ON readings USING btree (version, reader)
CREATE INDEX report_actors_actor ON report_actors USING btree (actor)
CREATE INDEX report_actors_report ON report_actors USING btree (report)
CREATE INDEX report_versions_hash ON report_versions USING btree (hash)
CREATE UNIQUE INDEX report_versions_pkey ON report_versions USING btree (key)
CREATE UNIQUE INDEX report_versions_report_number ON report_versions USING btree (report, number)
CREATE INDEX report_words_forms ON report_words USING gin (forms)
CREATE UNIQUE INDEX report_words_pkey ON report_words USING btree (key)
CREATE INDEX report_words_stems ON report_words USING gin (stems)
CREATE INDEX reports_id ON reports USING btree (id)
CREATE UNIQUE INDEX reports_identity ON reports USING btree (identity)
CREATE INDEX reports_moment_key ON reports USING btree (moment, key)
CREATE INDEX reports_outlet_moment_key ON reports USING btree (outlet, moment, key)
CREATE UNIQUE INDEX reports_pkey ON reports USING btree (key)
CREATE INDEX reports_story ON reports USING btree (story)
CREATE INDEX statements_act_moment_key ON statements USING btree (act, moment, key)
CREATE INDEX statements_moment_key ON statements USING btree (moment, key)
CREATE INDEX statements_outlet_moment_key ON statements USING btree (outlet, moment, key)
CREATE UNIQUE INDEX statements_pkey ON statements USING btree (key)
CREATE UNIQUE INDEX stories_pkey ON stories USING btree (key)
CREATE UNIQUE INDEX times_pkey ON times USING btree (key)
CREATE UNIQUE INDEX tombstones_pkey ON tombstones USING btree (identity)
