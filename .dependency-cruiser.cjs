const server = '[.]server[.]tsx?$'
const vocabulary = '^db/vocabulary/'
const drawer = '/(util|utils|helper|helpers|common|misc)(/|[.])'

/** `routes → domain → platform → db`; `routes → ui`; `jobs → domain, emails`. */
module.exports = {
  forbidden: [
    {
      name: 'resolves',
      comment: 'Every import leads to a file or to an installed package.',
      severity: 'error',
      from: { path: '[.](ts|tsx|js|cjs|mjs)$' },
      to: { couldNotResolve: true, pathNot: ['^virtual:', '^[.]/build/', '^[.][.]/build/'] },
    },
    {
      name: 'declared-packages',
      comment: 'What a room imports stands in package.json.',
      severity: 'error',
      from: { path: '^(app|db|emails|test)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-test-packages-in-the-product',
      severity: 'error',
      from: { path: '^(app|db|emails)/', pathNot: '^app/routes[.]ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      comment:
        'Types may mention each other, and tables refer to each other lazily; what runs may not.',
      severity: 'error',
      from: { pathNot: '^db/schema/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'surfaces-know-no-database',
      comment: 'Routes, components and browser modules reach data through a verb.',
      severity: 'error',
      from: { path: '^app/(routes|ui|enhance|root[.]tsx|entry[.])' },
      to: { path: '^db/', pathNot: vocabulary },
    },
    {
      name: 'jobs-and-words-know-no-database',
      severity: 'error',
      from: { path: '^app/(jobs|i18n)/' },
      to: { path: '^db/', pathNot: vocabulary },
    },
    {
      name: 'ui-is-pure',
      comment: 'Components know no route, no domain, no platform, no job.',
      severity: 'error',
      from: { path: '^app/ui/' },
      to: {
        path: '^app/(routes|domain|platform|jobs|enhance|root[.]|server[.]|entry[.])|^emails/',
      },
    },
    {
      name: 'enhance-is-small',
      comment: 'The portal sends no framework.',
      severity: 'error',
      from: { path: '^app/enhance/' },
      to: {
        path: '^app/(routes|domain|platform|jobs|ui|root[.]|server[.]|entry[.])|^emails/|node_modules/(react|react-dom|react-i18next|@remix-run|@conform-to|zod)/',
      },
    },
    {
      name: 'browser-never-needs-the-server',
      severity: 'error',
      from: { path: '^app/(ui|enhance|i18n|crew-worker)/', pathNot: server },
      to: { path: server },
    },
    {
      name: 'domain-knows-no-http-and-no-react',
      severity: 'error',
      from: { path: '^app/domain/' },
      to: {
        path: '^app/(routes|ui|enhance|jobs|root[.]|server[.]|entry[.])|^emails/|node_modules/(react|react-dom|react-i18next|@remix-run|@conform-to/react|@react-email)/',
      },
    },
    {
      name: 'nouns-meet-at-the-door',
      comment:
        'A noun reaches another only through its index.server.ts, or by the forms that browsers have too.',
      severity: 'error',
      from: { path: '^app/domain/([^/]+)/' },
      to: {
        path: '^app/domain/[^/]+/',
        pathNot: [
          '^app/domain/$1/',
          '^app/domain/[^/]+/index[.]server[.]ts$',
          '^app/domain/[^/]+/[^/]+-form[.]ts$',
        ],
      },
    },
    {
      name: 'platform-knows-no-business',
      severity: 'error',
      from: { path: '^app/platform/' },
      to: { path: '^app/(routes|domain|ui|enhance|jobs|root[.]|server[.]|entry[.])|^emails/' },
    },
    {
      name: 'jobs-are-thin',
      severity: 'error',
      from: { path: '^app/jobs/' },
      to: { path: '^app/(routes|ui|enhance|root[.]|entry[.])' },
    },
    {
      name: 'words-stand-alone',
      severity: 'error',
      from: { path: '^app/i18n/' },
      to: { path: '^app/', pathNot: '^app/i18n/' },
    },
    {
      name: 'mails-are-only-mails',
      severity: 'error',
      from: { path: '^emails/' },
      to: {
        pathNot: [
          '^emails/',
          '^app/i18n/',
          vocabulary,
          'node_modules/(@react-email|react|@types/react)/',
        ],
      },
    },
    {
      name: 'vocabulary-imports-nothing',
      severity: 'error',
      from: { path: vocabulary },
      to: { pathNot: vocabulary },
    },
    {
      name: 'database-knows-no-application',
      comment: 'Demo data is written with the same verbs as real data; the rest stands below them.',
      severity: 'error',
      from: { path: '^db/', pathNot: '^db/seed/' },
      to: { path: '^(app|emails)/' },
    },
    {
      name: 'seed-knows-no-surface',
      severity: 'error',
      from: { path: '^db/seed/' },
      to: { path: '^app/(routes|ui|enhance|root[.]|server[.]|entry[.])' },
    },
    {
      name: 'product-needs-no-test',
      severity: 'error',
      from: { path: '^(app|db|emails)/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-drawers',
      comment: 'A function without a home is a noun not yet named.',
      severity: 'error',
      from: {},
      to: { path: drawer, pathNot: 'node_modules' },
    },
    {
      name: 'no-drawers-even-alone',
      severity: 'error',
      from: { orphan: true, path: drawer },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|[.]data|[.]cache)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.css', '.json'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
