import type { PrismaClient } from '../../../prisma/client/client.ts'
import { addCase, at, idOf, OTHER_VILLAGE } from './digest-rows.ts'

/** The Monday morning after the week from 16 to 22 November 2026. */
export const MONDAY = at('11-23 08:00')

/** A week of a village and its neighbour, small enough to be counted by hand. */
export async function addExampleWeek(prisma: PrismaClient): Promise<void> {
  const add = (seed: Parameters<typeof addCase>[1]) => addCase(prisma, seed)
  const schooling = { topic: 'schooling', aspects: ['school_bus'] }
  const elders = { topic: 'elder_care', aspects: ['meals'] }
  // two weeks before; accepted, should have been answered by 20 November at nine
  await add({ name: 'old', person: 'p2', at: at('11-05 09:00'), acceptedAt: at('11-06 09:00'), ...schooling })
  // the week before
  await add({
    name: 'b1',
    person: 'p1',
    at: at('11-10 10:00'),
    acceptedAt: at('11-11 10:00'),
    satisfaction: 2,
  })
  await add({
    name: 'b2',
    person: 'p3',
    at: at('11-15 23:59'),
    acceptedAt: at('11-16 10:00'),
    answeredAt: at('11-18 12:00'),
    answer: '校车改停村口',
    ...schooling,
  })
  // the week, from its first instant to its last
  await add({
    name: 'n1',
    person: 'p1',
    at: at('11-16 00:00'),
    acceptedAt: at('11-17 10:00'),
    satisfaction: 1,
    words: '降压药常常断，要去县里买，来回一整天，电话１３８ ００１３ ８０００，希望村里卫生室能备上',
    urgency: 'this_month',
  })
  await add({
    name: 'n2',
    person: 'p4',
    at: at('11-17 09:00'),
    acceptedAt: at('11-20 09:01'),
    answeredAt: at('11-21 15:00'),
    answer: '村委会旁边开了助餐点，订餐电话13800138000',
    satisfaction: 3,
    words: '想有个吃午饭的地方',
    ...elders,
  })
  await add({
    name: 'n3',
    person: 'p1',
    at: at('11-18 09:00'),
    satisfaction: 2,
    aspects: ['medicines', 'doctors'],
    urgency: 'now',
  })
  await add({ name: 'n4', person: 'p4', at: at('11-21 08:00'), ...elders })
  await add({
    name: 'n5',
    person: null,
    at: at('11-22 23:59'),
    topic: 'schooling',
    aspects: ['something_else', 'teachers'],
    satisfaction: 5,
    erased: true,
  })
  // the next week
  await add({ name: 'n6', person: 'p7', at: at('11-23 00:00') })
  // kept from the village; and the neighbour's
  await add({
    name: 't1',
    person: 'p5',
    at: at('11-20 09:00'),
    acceptedAt: at('11-21 09:00'),
    visibility: 'township',
    words: '村干部的事',
    ...elders,
  })
  await add({ name: 'o1', person: 'p6', at: at('11-22 12:00'), village: OTHER_VILLAGE, satisfaction: 4 })
  for (const n of [1, 2, 3])
    await prisma.endorsement.create({
      data: { id: idOf(`endorsement ${n}`), submissionId: idOf('n1'), createdAt: at('11-19 09:00') },
    })
}
