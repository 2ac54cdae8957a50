/** 示范县: invented, area prefix 990101 belongs to nobody. Population decides the fund's quota (RULEBOOK 2.1, scenario 37). */
export const countySeed = { name: '示范县', phone: '0990-7800000' }

export type TownshipSeed = { code: string; name: string; phone: string; population: number; villages: string[] }

const township = (number: number, name: string, population: number, villages: string): TownshipSeed => ({
  code: `990101${String(number).padStart(3, '0')}`,
  name,
  population,
  phone: `0990-78001${String(number).padStart(2, '0')}`,
  villages: villages.split(' '),
})

export const townshipSeeds: TownshipSeed[] = [
  township(1, '青山镇', 34_800, '河口村 石桥村 柳湾村 上坪村 东街社区'),
  township(2, '河西镇', 31_200, '杨家村 北渡村 桃源村 西街社区 新庄村'),
  township(3, '东川乡', 12_600, '三岔村 白杨村 梨园村 泉水村'),
  township(4, '北山乡', 8_900, '云台村 松林村 寨子村'),
  township(5, '柳泉镇', 29_999, '柳泉村 前进村 南坡村 古城社区'),
  township(6, '石门镇', 30_000, '石门村 马家湾村 大河村 水库村'),
  township(7, '双河乡', 14_300, '双河村 黄土村 李家沟村'),
  township(8, '太平镇', 22_700, '太平村 红旗村 沙滩村 中心社区'),
  township(9, '银杏街道', 41_500, '银杏社区 学府社区 滨河社区 火车站社区'),
  township(10, '马场乡', 9_999, '马场村 草甸村 牧业村'),
  township(11, '清水镇', 10_000, '清水村 竹园村 磨坊村 桥头村'),
  township(12, '乌兰苏木', 6_400, '乌兰嘎查 巴彦嘎查 白音嘎查'),
]

/** The county's own fund (N-20), and what it holds at most: 200,000 yuan. */
export const countyFundCode = 'F990101000'
export const countyQuotaFen = 20_000_000

/** 30,000 / 50,000 / 80,000 yuan, in fen. */
export function quotaFen(population: number): number {
  if (population >= 30_000) return 8_000_000
  return population >= 10_000 ? 5_000_000 : 3_000_000
}
