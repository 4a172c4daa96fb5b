import '@remix-run/node'

/** Loaders' and actions' types are as the browser gets them: see `future` in `remix.config.js`. */
declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}
