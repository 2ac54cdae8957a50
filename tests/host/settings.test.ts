import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readConfig } from '../../worker/host/config.ts'
import { startServer } from '../../worker/host/serve.ts'
import { newFolder, startHost, takePort } from '../support/host.ts'

it('a wrong setting is named in one Chinese sentence, without its value', () => {
  const said = (env: Record<string, string>) => { try { readConfig(env); return '' } catch (error) { return (error as Error).message } }
  expect(said({ PORT: 'abc' })).toBe('PORT 要写成 0 到 65535 的整数。')
  expect(said({ PORT: '' })).toBe('PORT 要写成 0 到 65535 的整数。')
  expect(said({ PORT: '70000' })).toBe('PORT 要写成 0 到 65535 的整数。')
  expect(said({ PORT: '1e3' })).toBe('PORT 要写成 0 到 65535 的整数。')
  expect(said({ DEMO: 'yes', WECHAT_BASE: 'weixin' })).toBe('DEMO 只能写 0 或 1;WECHAT_BASE 要写成 http 或 https 网址。')
  expect(said({ CRYPTO_SUITE: 'des' })).toBe('CRYPTO_SUITE 只能写 aes 或 sm。')
  expect(said({ CRYPTO_SUITE: 'sm', FIELD_KEYS: `k1:${Buffer.alloc(32).toString('base64')}` })).toContain('CRYPTO_SUITE=sm 要用 s 开头的密钥封存')
  expect(said({ FIELD_KEYS: 'k1:c2hvcnQ=' })).toBe('FIELD_KEYS 要写成 k1:BASE64,每把 32 字节(国密的写 s1:)。')
  expect(said({ DEMO: '0', FIELD_KEYS: `k1:${Buffer.alloc(32).toString('base64')}` })).toContain('WECHAT_APPID、WECHAT_SECRET')
  expect(said({ TICK_SECONDS: 'never' })).toBe('TICK_SECONDS 要写成 0 到 3600 的整数,0 是不办定时的事。')
  expect(readConfig({}).port).toBe(8787)
  expect(said({ BACKUP_DIR: '' })).toBe('BACKUP_DIR 要写成文件夹。')
  expect([readConfig({}).tickSeconds, readConfig({ TICK_SECONDS: '0' }).tickSeconds]).toEqual([60, 0])
})

it('the process says it on one line and exits with 1', async () => {
  const host = startHost({ PORT: 'abc' })
  expect(await host.ended).toBe(1)
  expect(host.said()).toBe('没有启动:PORT 要写成 0 到 65535 的整数。\n')
})

it('a port in use is found before anything is made', async () => {
  const { port, leave } = await takePort()
  const dataDir = newFolder()
  const host = startHost({ PORT: String(port), DATA_DIR: dataDir })
  expect(await host.ended).toBe(1)
  expect(host.said()).toBe(`没有启动:端口 ${port} 已有程序在用,请改 PORT 或先停掉它。\n`)
  expect(readdirSync(dataDir)).toEqual([])
  await leave()
})

it('an address that is not this machine’s is named', async () => {
  const dataDir = newFolder()
  await expect(startServer(readConfig({ PORT: '0', HOST: '192.0.2.1', DATA_DIR: dataDir }))).rejects.toThrow(
    '这台机器没有地址 192.0.2.1,请改 HOST。')
  expect(readdirSync(dataDir)).toEqual([])
})
