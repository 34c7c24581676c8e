import { afterAll, beforeAll, describe, vi } from 'vitest'
import { importSample } from '../support/import-sample.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { endOfScenario } from './end-of-scenario.ts'
import { mainWay, mainWaySecrets } from './main/main-way.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

describe('the main way by polling, on the embedded database', () => {
  let way: OneProcessWay
  beforeAll(async () => {
    way = await openWay('embedded', { filled: false, started: false })
    await importSample(way.data.env)
    await way.start()
  })
  afterAll(() => way.close())
  mainWay(() => way)
  endOfScenario(() => way, mainWaySecrets)
})
