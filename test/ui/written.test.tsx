import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Written } from '#app/ui/written.tsx'

const html = (text: string) => renderToStaticMarkup(<Written text={text} />)

test('lines that begin with figures are steps, the rest are paragraphs', () => {
  expect(html('先看看。\n再等等。\n\n1. 关水\n2、擦干\n好了就行')).toBe(
    '<p class="typed">先看看。\n再等等。</p>' +
      '<ol class="steps"><li>关水</li><li>擦干</li></ol>' +
      '<p class="typed">好了就行</p>',
  )
})

test('Q-20: what was written stays inert, and nothing is nothing', () => {
  expect(html('<img src=x onerror=alert(1)>')).toBe(
    '<p class="typed">&lt;img src=x onerror=alert(1)&gt;</p>',
  )
  expect(html(' \n\n ')).toBe('')
})
