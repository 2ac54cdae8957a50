import type { CauseCode } from '../../worker/contract/terms.ts'

/** What people say when something happened; invented, in the manner of published cases. */
export const storySeeds: { causeCode: CauseCode; story: string; fen: number }[] = [
  { causeCode: 'TRAFFIC', story: '骑三轮车被撞,人在县医院,要先交住院押金。', fen: 100_000 },
  { causeCode: 'INJURY', story: '在工地摔断了胳膊,这个月没有收入,家里要吃饭。', fen: 82_800 },
  { causeCode: 'ILLNESS', story: '老人夜里突发脑梗,送到医院抢救,药费不够。', fen: 150_000 },
  { causeCode: 'FIRE', story: '灶房起火,粮食和被褥都烧了,一家四口没处睡。', fen: 200_000 },
  { causeCode: 'LOSS_OF_INCOME', story: '厂子停了工,三个月没发工资,孩子要交伙食费。', fen: 55_200 },
  { causeCode: 'DEATH', story: '当家的突然走了,办完后事欠了钱,还有两个孩子。', fen: 200_000 },
  { causeCode: 'STRANDED', story: '钱包和证件都丢了,在车站两天没吃上热饭。', fen: 27_600 },
  { causeCode: 'ILLNESS', story: '孩子高烧抽搐住院,先垫的钱已经用完。', fen: 80_000 },
  { causeCode: 'WAITING', story: '低保还没批下来,家里米面都没了。', fen: 55_200 },
  { causeCode: 'INJURY', story: '上山砍柴滑倒,腿骨折,要做手术。', fen: 60_000 },
  { causeCode: 'DISASTER_GAP', story: '大雨冲了地,补助没到,冬天的口粮没有着落。', fen: 82_800 },
  { causeCode: 'OTHER', story: '一个人带四个孙子,最近实在揭不开锅。', fen: 50_000 },
]
