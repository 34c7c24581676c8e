import { type ProblemKind, problemKinds } from '../import-problem.ts'
import type { ImportRegionsResult } from '../import-regions.ts'

type Refusal = Extract<ImportRegionsResult, { ok: false }>

const headings: Record<ProblemKind, string> = {
  unreadable: 'Not readable as CSV from here on',
  columns: 'Wrong number of columns (each row is code,name)',
  code: 'Wrong code',
  name: 'Wrong name',
  duplicate: 'The same code twice',
  parent: 'Parent region missing',
}

/** Why a file was not imported, as lines for the operator; of each kind of bad row the first 50. */
export function describeRefusal(refusal: Refusal, file: string): string[] {
  const nothing = 'Nothing was imported.'
  switch (refusal.code) {
    case 'empty':
      return [`${file} has no rows. ${nothing}`]
    case 'wrong_header':
      return [
        `${file} must begin with the line "code,name", not ${JSON.stringify(refusal.found)}. ${nothing}`,
      ]
    case 'not_utf8': {
      const convert =
        refusal.looksLike &&
        ` Convert it first: iconv -f ${refusal.looksLike} -t UTF-8 ${file} > regions-utf8.csv`
      return [
        `${file} is not encoded in UTF-8${refusal.looksLike ? ` but looks like ${refusal.looksLike}` : ''}. ${nothing}`,
        ...(convert ? [convert.trim()] : []),
      ]
    }
    case 'bad_rows':
      return [
        `${file} has ${refusal.count.toLocaleString('en')} bad ${refusal.count === 1 ? 'row' : 'rows'}. ${nothing}`,
        ...problemKinds.flatMap((kind) => {
          const group = refusal.problems.get(kind)
          if (!group) return []
          const more = group.count - group.first.length
          return [
            `${headings[kind]} (${group.count.toLocaleString('en')}):`,
            ...group.first.map(({ line, detail }) => `  line ${line}: ${detail}`),
            ...(more > 0 ? [`  and ${more.toLocaleString('en')} more`] : []),
          ]
        }),
      ]
  }
}
