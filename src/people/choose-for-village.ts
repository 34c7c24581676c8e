import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'
import type { VillageChoice } from '../presses/buttons.ts'
import type { Person } from './find-person.ts'

/** Nobody has more homes than this; it keeps the screen short. */
export const MOST_FOLLOWED = 10

/**
 * Keeps what somebody chose, in the caller's transaction. `speak`: the next card is about this village. `follow`: it is kept,
 * and the next card is about the same village as before. `home`: the old home stays followed. Digests only of the home village and of followed ones. May be
 * repeated. Refuses more than MOST_FOLLOWED villages beside the home.
 */
export async function chooseForVillage(
  { tx, clock }: { tx: Db; clock: Clock },
  { id: personId, homeVillageCode: home }: Pick<Person, 'id' | 'homeVillageCode'>,
  { choice, code }: { choice: VillageChoice; code: string },
): Promise<{ ok: true } | { ok: false; code: 'too_many' | 'not_followed' }> {
  const keepFollowed = async (villageCode: string, digestWanted?: boolean) => {
    await tx.followedVillage.upsert({
      where: { personId_villageCode: { personId, villageCode } },
      create: { personId, villageCode, digestWanted: digestWanted ?? false, createdAt: clock.now() },
      update: digestWanted === undefined ? {} : { digestWanted },
    })
  }
  const speakFor = (villageCode: string | null) =>
    tx.person.update({ where: { id: personId }, data: { speakingVillageCode: villageCode } })
  const others = { personId, villageCode: { notIn: [code, ...(home ? [home] : [])] } }

  switch (choice) {
    case 'speak':
      await speakFor(code === home ? null : code)
      return { ok: true }
    case 'follow':
      if (code !== home) {
        if ((await tx.followedVillage.count({ where: others })) >= MOST_FOLLOWED)
          return { ok: false, code: 'too_many' }
        await keepFollowed(code)
      }
      return { ok: true }
    case 'home':
      if (home && home !== code) {
        if ((await tx.followedVillage.count({ where: others })) >= MOST_FOLLOWED)
          return { ok: false, code: 'too_many' }
        await keepFollowed(home)
      }
      await tx.person.update({
        where: { id: personId },
        data: { homeVillageCode: code, speakingVillageCode: null },
      })
      return { ok: true }
    case 'unfollow':
      await tx.followedVillage.deleteMany({ where: { personId, villageCode: code } })
      await tx.person.updateMany({
        where: { id: personId, speakingVillageCode: code },
        data: { speakingVillageCode: null },
      })
      return { ok: true }
    case 'digest-on':
    case 'digest-off': {
      const followed = await tx.followedVillage.count({ where: { personId, villageCode: code } })
      if (code !== home && followed === 0) return { ok: false, code: 'not_followed' }
      await keepFollowed(code, choice === 'digest-on')
      return { ok: true }
    }
  }
}
