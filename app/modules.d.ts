declare module 'virtual:remix/server-build' {
  import type { ServerBuild } from '@remix-run/node'

  const build: ServerBuild
  export = build
}

declare module 'heic-decode' {
  interface Frame {
    width: number
    height: number
    decode(): Promise<{ width: number; height: number; data: Uint8ClampedArray }>
  }
  interface Decode {
    (options: { buffer: Uint8Array }): Promise<{
      width: number
      height: number
      data: Uint8ClampedArray
    }>
    /** Every picture of the file, decoded when asked. */
    all(options: { buffer: Uint8Array }): Promise<Frame[]>
  }
  const decode: Decode
  export default decode
}
