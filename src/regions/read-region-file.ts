import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import { checkUtf8 } from './check-utf8.ts'
import { ProblemCollector } from './import-problem.ts'
import { regionLevelOf, regionLevels } from './region-code.ts'
import { RegionRows } from './region-rows.ts'

const LONGEST_NAME = 100
const HEADER = 'code,name'

export interface RegionFile {
  /** every row with a proper code; where the name is bad it is empty */
  rows: RegionRows
  problems: ProblemCollector
}

export type ReadRegionFileResult =
  | { ok: true; file: RegionFile }
  /** the first line is not code,name */
  | { ok: false; code: 'wrong_header'; found: string }
  | { ok: false; code: 'empty' }

/**
 * Reads a CSV file of regions (code,name with that header; UTF-8, with or without BOM, LF or CRLF) as a stream and checks
 * all that a row tells by itself. Throws NotUtf8Error for another encoding. `onRows` hears how far it is.
 */
export async function readRegionFile(
  source: AsyncIterable<Uint8Array>,
  onRows: (rows: number) => void,
): Promise<ReadRegionFileResult> {
  const file: RegionFile = { rows: new RegionRows(), problems: new ProblemCollector() }
  const { problems } = file
  let header: string[] | undefined
  let rows = 0
  let lastLine = 0
  let countedTwice = 0
  // rows are taken as they are parsed instead of being passed on by the stream: none has to be kept
  const onRecord = (record: string[], { lines }: { lines: number }) => {
    // the parser takes CRLF within quotes for two line breaks
    countedTwice += breaksWithin(record, /\r\n/g)
    lastLine = lines - countedTwice
    if (header === undefined) {
      header = record
      if (header.map((cell) => cell.trim().toLowerCase()).join(',') !== HEADER) throw new WrongHeader()
      return null
    }
    checkRow(file, record, lastLine - breaksWithin(record, /\r\n|\n|\r/g))
    rows += 1
    if (rows % 10_000 === 0) onRows(rows)
    return null
  }
  const parser = parse({
    bom: true,
    recordDelimiter: ['\r\n', '\n', '\r'],
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: true,
    maxRecordSize: 10_000,
    onRecord,
  })
  try {
    await pipeline(checkUtf8(source), parser, async (records) => {
      for await (const _ of records);
    })
  } catch (error) {
    if (error instanceof WrongHeader)
      return { ok: false, code: 'wrong_header', found: header?.join(',').slice(0, 80) ?? '' }
    if (!(error instanceof CsvError)) throw error
    const unclosed = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE'
    const detail = unclosed ? 'a quotation mark is opened and not closed' : error.message
    problems.add('unreadable', lastLine + 1, detail)
  }
  for (const { row, first } of file.rows.duplicates())
    problems.add(
      'duplicate',
      file.rows.line(row),
      `${file.rows.code(row)} is on line ${file.rows.line(first)} too`,
    )
  if (rows === 0 && problems.problems.size === 0) return { ok: false, code: 'empty' }
  onRows(rows)
  return { ok: true, file }
}

class WrongHeader extends Error {}

function breaksWithin(record: string[], pattern: RegExp): number {
  return record.reduce((sum, cell) => sum + (cell.match(pattern)?.length ?? 0), 0)
}

function checkRow({ rows, problems }: RegionFile, record: string[], line: number): void {
  if (record.length !== 2) {
    problems.add('columns', line, `${record.length} columns instead of 2`)
    return
  }
  const [code = '', name = ''] = record.map((cell) => cell.trim())
  const codeProblem = problemOfCode(code)
  const nameProblem = problemOfName(name)
  if (codeProblem) problems.add('code', line, codeProblem)
  if (nameProblem) problems.add('name', line, `${code} ${nameProblem}`)
  if (!codeProblem) rows.push(code, nameProblem ? '' : name, line)
}

function problemOfCode(code: string): string | null {
  if (code === '') return 'the code is empty'
  if (regionLevelOf(code)) return null
  const shown = JSON.stringify(code.slice(0, 40))
  if (!/^[0-9]+$/.test(code)) return `${shown} is not made of the digits 0 to 9`
  return `${shown} has ${code.length} digits instead of ${regionLevels.map(({ digits }) => digits).join(', ')}`
}

function problemOfName(name: string): string | null {
  if (name === '') return 'has an empty name'
  if (/\p{Cc}/u.test(name)) return 'has a line break or another control character in its name'
  const length = name.length > LONGEST_NAME ? [...name].length : 0
  return length > LONGEST_NAME ? `has a name of ${length} characters, more than ${LONGEST_NAME}` : null
}
