/**
 * What people are told about their personal data, in plain words, by version; versions stay for ever (PIPL 14, 17, 29, 31).
 * The office acts by its duty (13(3)) and in an emergency (13(4)): help never waits for a tick, the notice is owed afterwards (18(2)).
 */
import type { NoticeKind } from './terms-data.ts'

export type NoticeText = { title: string; lines: readonly string[] }

export const notices = {
  privacy: {
    '2026-11': {
      title: '您的信息怎么用',
      lines: [
        '谁在用:县民政局和您的乡镇。只用来办临时救助。',
        '用什么:姓名、电话、身份证号、住处、您说的情况和照片。',
        '为什么可以用:救助是政府的法定职责。没有这些办不了。',
        '谁能看:只有办这件事的人。看完整号码要写理由,您能查到谁看过。',
        '放多久:批准的材料 30 年,没交的草稿 90 天,之后删除。',
        '都加密存在国内,不卖,不给无关的人。',
        '您可以看、改、要一份、要求删除。在"我的信息"里办,或找乡镇。',
      ],
    },
  },
  sensitive: {
    '2026-11': {
      title: '病历、账户和孩子的信息',
      lines: [
        '这些泄露了会伤到您,所以单独问您。',
        '病历和伤情:只用来确认情况和该给多少。',
        '银行账户:只用来打款和对账。',
        '不满 14 岁的孩子:只有办这件事的人能看,不公开。',
        '不同意也可以求助。工作人员会当面问清楚再用。',
        '以后可以在"我的信息"里撤回。',
      ],
    },
  },
  guardian: {
    '2026-11': {
      title: '孩子的信息由监护人作主',
      lines: [
        '孩子不满 14 岁,用他的信息要监护人同意。',
        '只用来救助这个孩子,孩子的姓名不会公开。',
        '没有监护人的,由村(居)委会代为申请,并报未成年人救助保护机构。',
        '监护人可以看、改、要求删除。',
      ],
    },
  },
} as const satisfies Record<NoticeKind, Record<string, NoticeText>>

export type NoticeVersion = '2026-11'
/** The version that is shown and asked for now. */
export const currentNotice: NoticeVersion = '2026-11'
