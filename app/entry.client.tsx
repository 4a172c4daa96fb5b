const { surface } = document.documentElement.dataset

if (surface === 'portal') void import('./enhance/index.ts').then(({ enhance }) => enhance())
else void import('./hydrate.tsx').then(({ hydrate }) => hydrate())
