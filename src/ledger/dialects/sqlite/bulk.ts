import type { SqliteConnection, SqliteStatement } from './driver.ts'

/** Rows of one statement at most; below SQLite's limit of 32,766 parameters for every table. */
const ROWS = 32

/** Inserts rows with prepared statements of many rows each: one call of the library for 32 rows. */
export function createInserter(connection: SqliteConnection): (table: string, rows: readonly object[], isKept?: boolean) => void {
  const statements = new Map<string, SqliteStatement>()
  const prepare = (table: string, columns: readonly string[], count: number, isKept: boolean): SqliteStatement => {
    const id = `${table} ${count} ${isKept}`
    let statement = statements.get(id)
    if (statement === undefined) {
      const places = `(${columns.map(() => '?').join(', ')})`
      const names = columns.map((column) => `"${column}"`).join(', ')
      statement = connection.prepare(`insert ${isKept ? 'or ignore ' : ''}into "${table}" (${names}) values ${new Array(count).fill(places).join(', ')}`)
      statements.set(id, statement)
    }
    return statement
  }
  return (table, rows, isKept = false) => {
    if (rows.length === 0) return
    const columns = Object.keys(rows[0] as object)
    for (let from = 0; from < rows.length; ) {
      const count = rows.length - from >= ROWS ? ROWS : 1
      const parameters: unknown[] = []
      for (const row of rows.slice(from, from + count)) for (const column of columns) parameters.push((row as Record<string, unknown>)[column])
      prepare(table, columns, count, isKept).run(parameters)
      from += count
    }
  }
}
