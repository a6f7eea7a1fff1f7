CREATE TABLE "actor_words" ("word" text not null,
  "actor" integer not null, primary key ("word",
  "actor"));
CREATE TABLE "actors" ("key" integer primary key,
  "id" text not null,
  "name" text not null,
  "kind" text not null,
  "catalogue" text,
  "latin" text not null,
  "romanised" integer not null,
  "canonical" integer not null,
  "renamed" text,
  "suppressed" integer not null);
CREATE TABLE "corrections" ("id" text not null,
  "made" text not null,
  "person" text not null,
  "why" text,
  "action" text not null,
  "report" integer,
  "version" integer,
  "subject" text,
  "value" text not null, primary key ("id"));
CREATE TABLE "events" ("key" integer primary key,
  "report" integer not null,
  "outlet" integer,
  "state" text not null,
  "moment" integer not null,
  "day" text,
  "span_start" integer not null,
  "span_end" integer not null,
  "nth" integer not null,
  "sentence_start" integer not null,
  "sentence_end" integer not null,
  "why" text not null,
  "confidence" real not null,
  "correction" text,
  "type" text not null,
  "mode" text,
  "status" text not null,
  "factuality" text not null,
  "happened" text,
  "first_day" text,
  "last_day" text,
  "place" text,
  "place_words" text,
  "claimant" integer,
  "background" integer not null,
  "condition" text,
  "denied_by" integer);
CREATE TABLE "issues" ("id" text not null,
  "concept" text not null,
  "renamed" text, primary key ("id"));
CREATE TABLE "line_actors" ("line" integer not null,
  "moment" integer not null,
  "actor" integer not null,
  "part" text not null);
CREATE VIRTUAL TABLE "line_words" using fts5(stems, forms, content='', contentless_delete=1, tokenize='ascii');
CREATE TABLE "mentions" ("report" integer not null,
  "actor" integer not null,
  "span_start" integer not null,
  "span_end" integer not null,
  "form" text not null);
CREATE TABLE migrations (number integer primary key, name text not null, applied text not null);
CREATE TABLE "origins" ("key" integer primary key,
  "name" text not null,
  "how" text not null);
CREATE TABLE "outlets" ("key" integer primary key,
  "name" text not null);
CREATE TABLE "positions" ("key" integer primary key,
  "report" integer not null,
  "outlet" integer,
  "state" text not null,
  "moment" integer not null,
  "day" text,
  "span_start" integer not null,
  "span_end" integer not null,
  "nth" integer not null,
  "sentence_start" integer not null,
  "sentence_end" integer not null,
  "why" text not null,
  "confidence" real not null,
  "correction" text,
  "holder" integer not null,
  "polarity" text not null,
  "conditional" integer not null,
  "target" text not null,
  "evidence" integer,
  "issue" text);
CREATE TABLE "readings" ("key" integer primary key,
  "report" integer not null,
  "version" integer not null,
  "reader" text not null,
  "record" blob not null,
  "stored" text not null);
CREATE TABLE "report_actors" ("report" integer not null,
  "actor" integer not null,
  "name" text not null,
  "role" text);
CREATE TABLE "report_versions" ("key" integer primary key,
  "report" integer not null,
  "number" integer not null,
  "hash" text not null,
  "id" text not null,
  "outlet" text,
  "published" text,
  "title" text,
  "url" text,
  "text" text not null,
  "original" blob,
  "stored" text not null);
CREATE VIRTUAL TABLE "report_words" using fts5(stems, forms, content='', contentless_delete=1, tokenize='ascii');
CREATE TABLE "reports" ("key" integer primary key,
  "identity" text not null,
  "id" text not null,
  "outlet" integer,
  "published" text,
  "day" text,
  "moment" integer not null,
  "title" text,
  "url" text,
  "version" integer not null,
  "reading" integer not null,
  "suppressed" integer not null,
  "origin" integer,
  "story" integer,
  "stored" text not null);
CREATE TABLE "statements" ("key" integer primary key,
  "report" integer not null,
  "outlet" integer,
  "state" text not null,
  "moment" integer not null,
  "day" text,
  "span_start" integer not null,
  "span_end" integer not null,
  "nth" integer not null,
  "sentence_start" integer not null,
  "sentence_end" integer not null,
  "why" text not null,
  "confidence" real not null,
  "correction" text,
  "type" text not null,
  "act" text,
  "speaker" integer,
  "addressee" integer,
  "via" integer,
  "content" text not null,
  "quotation" text not null,
  "cue_start" integer,
  "cue_end" integer,
  "source_start" integer,
  "source_end" integer,
  "venue_start" integer,
  "venue_end" integer,
  "said" text,
  "chain" text not null);
CREATE TABLE "stories" ("key" integer primary key,
  "title" text,
  "began" text);
CREATE TABLE "times" ("key" integer primary key,
  "report" integer not null,
  "outlet" integer,
  "state" text not null,
  "moment" integer not null,
  "day" text,
  "span_start" integer not null,
  "span_end" integer not null,
  "nth" integer not null,
  "sentence_start" integer not null,
  "sentence_end" integer not null,
  "why" text not null,
  "confidence" real not null,
  "correction" text,
  "type" text not null,
  "value" text not null,
  "conflict" text,
  "first_day" text,
  "last_day" text);
CREATE TABLE "tombstones" ("identity" text not null,
  "report" integer not null,
  "hash" text not null,
  "erased" text not null,
  "person" text not null,
  "why" text not null, primary key ("identity"));
CREATE INDEX "actors_canonical" on "actors" ("canonical");
CREATE UNIQUE INDEX "actors_id" on "actors" ("id");
CREATE INDEX "corrections_report" on "corrections" ("report");
CREATE INDEX "corrections_subject" on "corrections" ("subject");
CREATE INDEX "events_denied_by" on "events" ("denied_by");
CREATE INDEX "events_moment_key" on "events" ("moment",
  "key");
CREATE INDEX "events_outlet_moment_key" on "events" ("outlet",
  "moment",
  "key");
CREATE INDEX "events_status_moment_key" on "events" ("status",
  "moment",
  "key");
CREATE INDEX "events_type_moment_key" on "events" ("type",
  "moment",
  "key");
CREATE INDEX "line_actors_actor_part_moment_line" on "line_actors" ("actor",
  "part",
  "moment",
  "line");
CREATE INDEX "line_actors_line" on "line_actors" ("line");
CREATE INDEX "mentions_report" on "mentions" ("report");
CREATE UNIQUE INDEX "outlets_name" on "outlets" ("name");
CREATE INDEX "positions_holder_moment_key" on "positions" ("holder",
  "moment",
  "key");
CREATE INDEX "positions_issue_moment_key" on "positions" ("issue",
  "moment",
  "key");
CREATE INDEX "positions_moment_key" on "positions" ("moment",
  "key");
CREATE INDEX "positions_outlet_moment_key" on "positions" ("outlet",
  "moment",
  "key");
CREATE INDEX "readings_report" on "readings" ("report");
CREATE UNIQUE INDEX "readings_version_reader" on "readings" ("version",
  "reader");
CREATE INDEX "report_actors_actor" on "report_actors" ("actor");
CREATE INDEX "report_actors_report" on "report_actors" ("report");
CREATE INDEX "report_versions_hash" on "report_versions" ("hash");
CREATE UNIQUE INDEX "report_versions_report_number" on "report_versions" ("report",
  "number");
CREATE INDEX "reports_id" on "reports" ("id");
CREATE UNIQUE INDEX "reports_identity" on "reports" ("identity");
CREATE INDEX "reports_moment_key" on "reports" ("moment",
  "key");
CREATE INDEX "reports_outlet_moment_key" on "reports" ("outlet",
  "moment",
  "key");
CREATE INDEX "reports_story" on "reports" ("story");
CREATE INDEX "statements_act_moment_key" on "statements" ("act",
  "moment",
  "key");
CREATE INDEX "statements_moment_key" on "statements" ("moment",
  "key");
CREATE INDEX "statements_outlet_moment_key" on "statements" ("outlet",
  "moment",
  "key");
