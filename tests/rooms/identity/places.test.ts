import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'

it('anybody reads the townships, to choose where one is', async () => {
  const county = await newCounty()
  const { county: name, townships } = (await (await county.app.request('/api/townships')).json()) as {
    county: string
    townships: object[]
  }
  expect([name, townships.length]).toEqual(['示范县', 12])
  expect(townships[0]).toEqual({
    code: '990101001',
    name: '青山镇',
    phone: '0990-7800101',
    villages: ['河口村', '石桥村', '柳湾村', '上坪村', '东街社区'],
  })
})

it('the people of a demo can be tried out; elsewhere there is no such list', async () => {
  const county = await newCounty()
  const { people } = (await (await county.app.request('/api/demo/people')).json()) as { people: object[] }
  expect(people).toContainEqual({
    openid: 'wang-xiulan',
    name: '王秀兰',
    about: '青山镇河口村 村民',
    code: 'demo-wang-xiulan',
  })
  county.services.demo = null
  const reply = await county.app.request('/api/demo/people')
  expect(reply.status).toBe(404)
  expect(await reply.json()).toMatchObject({ code: 'demo_only' })
})
