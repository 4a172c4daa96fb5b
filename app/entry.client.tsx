import { isHydrated, type Surface } from './surface.ts'

const surface = document.documentElement.dataset.surface as Surface

if (isHydrated(surface)) void import('./hydrate.tsx').then(({ hydrate }) => hydrate(surface))
else void import('./enhance/index.ts').then(({ enhance }) => enhance())
