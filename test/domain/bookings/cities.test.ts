import { expect, test } from 'vitest'
import { cityNamed } from '#app/domain/bookings/cities.ts'

test.each([
  ['北京市朝阳区建国路 1 号', '北京'],
  ['北京朝阳区', '北京'],
  ['江苏省 南京市 鼓楼区', '南京'],
  ['昆山市玉山镇前进路 5 号', '昆山'],
  ['拉萨市城关区北京路 1 号', '拉萨'],
  ['12 Jianguo Road, Chaoyang, Beijing', '北京'],
])('an address names its city: %s', (address, city) => {
  expect(cityNamed(address)?.zh).toBe(city)
})

test.each([
  '北京路 1 号',
  '南京西路 88 号',
  '阳光城市花园小区 3 幢',
  '家乐福超市对面小区',
  '人民路 1 号',
  'Room 1, 88 Nanjing West Road',
  '',
])('a street, an estate or a shop is no city: %s', (address) => {
  expect(cityNamed(address)).toBeNull()
})
