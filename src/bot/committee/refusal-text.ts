import type { CaseRefusal } from '../../cases/apply-transition.ts'
import type { BotContext } from '../context.ts'

const keys: Record<CaseRefusal, string> = {
  unknown_case: 'case-refused-unknown-case',
  not_entitled: 'case-refused-not-entitled',
  already_accepted: 'case-refused-already-accepted',
  already_answered: 'case-refused-already-answered',
  answered_meanwhile: 'case-refused-answered-meanwhile',
  withdrawn: 'case-refused-withdrawn',
  erased: 'case-refused-erased',
  // what only residents can do; there is nothing to say to a committee
  not_answered: 'case-refused-unknown-case',
  no_verdict: 'case-refused-unknown-case',
  no_consent: 'case-refused-unknown-case',
}

/** Why a committee cannot do that with a case: what happened in the meantime. */
export function refusalText(ctx: Pick<BotContext, 't'>, code: CaseRefusal): string {
  return ctx.t(keys[code])
}
