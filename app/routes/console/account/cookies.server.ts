import { createCookie } from '@remix-run/node'
import { overTls } from '#app/platform/session.server.ts'

const cookie = () =>
  createCookie(overTls() ? '__Host-device' : 'device', {
    httpOnly: true,
    sameSite: 'lax',
    secure: overTls(),
    path: '/',
    maxAge: 15_552_000,
  })

/** The mark of a browser in which somebody has signed in before. */
export async function deviceMark(request: Request): Promise<string | null> {
  const mark: unknown = await cookie().parse(request.headers.get('Cookie'))
  return typeof mark === 'string' ? mark : null
}

export const deviceCookie = (mark: string) => cookie().serialize(mark)
