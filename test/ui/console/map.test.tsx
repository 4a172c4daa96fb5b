import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { DispatchMap, type MapRoute, type MapStop } from '#app/ui/console/map.tsx'
import { stopLooks, StopShape } from '#app/ui/console/map-parts.tsx'

const words = {
  nearer: '放大',
  farther: '缩小',
  fit: '看全',
  none: '还没有位置',
  picture: '路线图',
}
const places = [{ name: '浦东', point: { lat: 31.22, lng: 121.54 }, area: true }]

const stop = (visit: number, facts: Partial<MapStop> = {}): MapStop => ({
  visit,
  href: `/console/dispatch/visits/${visit}`,
  look: 'planned',
  number: visit,
  label: `第 ${visit} 站`,
  point: { lat: 31.2 + visit * 0.01, lng: 121.5 },
  ...facts,
})
const route = (stops: MapStop[]): MapRoute => ({
  key: '1',
  name: '一组',
  base: { lat: 31.2, lng: 121.5 },
  stops,
})

const drawn = (facts: Partial<Parameters<typeof DispatchMap>[0]> = {}) =>
  renderToStaticMarkup(
    <DispatchMap
      label="当天的路线"
      places={places}
      routes={[]}
      loose={[]}
      words={words}
      legend={null}
      {...facts}
    >
      <p>用文字说</p>
    </DispatchMap>,
  )
const links = (html: string) => [...html.matchAll(/<a [^>]*>/g)].map(([link]) => link)

describe('DS-2 the map', () => {
  test('is a named figure with its words, and every stop a named link; the tab order has one', () => {
    const html = drawn({
      routes: [route([stop(1), stop(2, { selected: true })])],
      loose: [stop(3, { look: 'unassigned' })],
    })
    expect(html).toMatch(/^<figure class="map-figure" aria-label="当天的路线">/)
    expect(html).toContain('<p>用文字说</p>')
    expect(links(html)).toHaveLength(3)
    for (const [i, n] of [1, 3, 2].entries()) {
      expect(links(html)[i]).toContain(`href="/console/dispatch/visits/${n}"`)
      expect(links(html)[i]).toContain(`aria-label="第 ${n} 站"`)
    }
    expect(links(html).filter((link) => link.includes('tabindex="0"'))).toEqual([
      expect.stringContaining('aria-current="true"'),
    ])
  })

  test('tells each state by a shape of its own, not by colour alone', () => {
    const shapes = stopLooks.map((look) => {
      const html = renderToStaticMarkup(<StopShape look={look} />)
      expect(html).toContain(`class="dot ${look}"`)
      return html.replaceAll(/ class="[^"]+"/g, '')
    })
    expect(new Set(shapes).size).toBe(stopLooks.length)
  })

  test('asks nothing outside and styles nothing inline without tiles; with them, their origin alone', () => {
    const routes = [route([stop(1), stop(2)])]
    const plain = drawn({ routes })
    expect(plain).not.toMatch(/https?:|<image|style=/)
    const tiles = { url: 'https://tiles.example.com/{z}/{x}/{y}.png', credit: '© 某地图' }
    const html = drawn({ routes, tiles })
    const asked = [...html.matchAll(/href="(https:[^"]+)"/g)].map(([, url]) => url)
    expect(asked.length).toBeGreaterThan(3)
    for (const url of asked)
      expect(url).toMatch(/^https:\/\/tiles\.example\.com\/\d+\/\d+\/\d+\.png$/)
    expect(html).toContain('© 某地图')
  })

  test('is sensible with one point, with places alone, and says when it knows none', () => {
    expect(drawn({ places: [], loose: [stop(1, { look: 'unassigned' })] })).toContain('1 km')
    expect(drawn()).toContain('>浦东</text>')
    const none = drawn({ places: [] })
    expect(none).toContain('还没有位置')
    expect(none).not.toContain('<svg')
  })

  test('homes at one point stand apart, each with a line to where it is', () => {
    const point = { lat: 31.21, lng: 121.5 }
    const html = drawn({
      routes: [route([stop(1, { point }), stop(2, { point }), stop(3, { point })])],
    })
    expect(html.match(/class="leader"/g)).toHaveLength(2)
    const spots = [...html.matchAll(/<g transform="translate\(([^)]+)\)"><circle/g)].map(
      ([, at]) => at,
    )
    expect(new Set(spots).size).toBe(3)
  })
})
