import type { JobName } from '../db/job.ts'
import { askVerdict } from './ask-verdict.ts'
import type { JobDefinition } from './define-job.ts'
import { deliverDigestJob } from './deliver-digest.ts'
import { deliverPrivateDigestJob } from './deliver-private-digest.ts'
import { editPostedJob } from './edit-posted.ts'
import { eraseAttachments } from './erase-attachments.ts'
import { expireProxiesJob } from './expire-proxies.ts'
import { fetchAttachmentJob } from './fetch-attachment.ts'
import { fetchRecordingJob } from './fetch-recording.ts'
import { forgetOld } from './forget-old.ts'
import { planDigestsJob } from './plan-digests.ts'
import { refreshCards } from './refresh-cards.ts'
import { remindDrafts } from './remind-drafts.ts'
import { remindPerson } from './remind-person.ts'
import { tellAdministrator } from './tell-administrator.ts'
import { tellAnswerPhotos } from './tell-answer-photos.ts'
import { tellCommittee } from './tell-committee.ts'
import { tellEndorser } from './tell-endorser.ts'
import { tellFiler } from './tell-filer.ts'
import { tellReader } from './tell-reader.ts'
import { tellResident } from './tell-resident.ts'
import { tidy } from './tidy.ts'

const all = [
  planDigestsJob,
  deliverDigestJob,
  deliverPrivateDigestJob,
  tellResident,
  askVerdict,
  tellAnswerPhotos,
  tellEndorser,
  tellCommittee,
  tellReader,
  refreshCards,
  tellFiler,
  tellAdministrator,
  expireProxiesJob,
  remindDrafts,
  remindPerson,
  fetchAttachmentJob,
  fetchRecordingJob,
  eraseAttachments,
  editPostedJob,
  forgetOld,
  tidy,
]

/** A job that somebody could leave and nobody would do is an error here. */
type Forgotten = Exclude<JobName, (typeof all)[number]['name']>
const forgotten: [Forgotten] extends [never] ? true : Forgotten = true

/** Every job there is. */
export const catalogue: readonly JobDefinition[] = forgotten ? (all as unknown as JobDefinition[]) : []
