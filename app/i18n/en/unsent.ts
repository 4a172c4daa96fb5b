import type { Translation } from '../catalogue.ts'
import type zh from '../zh-CN/unsent.ts'

export default {
  unsent: {
    count_one: '{{count}} not sent yet',
    count_other: '{{count}} not sent yet',
    countOfStops_one: '{{count}} entry of {{stops}} stops not sent yet',
    countOfStops_other: '{{count}} entries of {{stops}} stops not sent yet',
    text: 'Nothing is lost: it is sent by itself when there is a network.',
    send: 'Send now',
    sending: 'Sending…',
    signIn: 'Sign in',
    held: {
      signedOut: 'Nothing is lost. Sign in to send it.',
      someoneElse: 'Nothing is lost. Sign in as yourself to send it.',
    },
    theirs_one: '{{count}} of a colleague’s not sent yet',
    theirs_other: '{{count}} of a colleague’s not sent yet',
    theirsText: 'It stays on this phone and is sent when they sign in here.',
    refused_one: 'One record was not taken',
    refused_other: '{{count}} records were not taken',
    dismiss: 'I have read it',
    drawn: 'The signature that was drawn',
    what: '{{what}}, {{at}}',
    stuck: 'This can’t be sent: {{what}}',
    stuckText:
      'The network is there, but the server fails on it again and again. Nothing is lost: please call dispatch and tell them this line.',
    restFirst: 'Send the rest first',
    aside: 'Set aside: {{what}}',
    asideText: 'It stays on this phone, with what builds on it, and is tried again tomorrow.',
    asideAgain: 'Try again now',
    mark: 'Not sent yet',
    notKept: {
      full: 'This phone’s storage is full: it was not kept. Free some space, then tap again; what you typed is still here.',
      tooBig: 'The photo is over 10 MB and was not kept. Please take it again with a smaller size.',
      unable:
        'This browser keeps nothing, for example in a private window. Please open the page in an ordinary one.',
    },
    photoTooBig:
      '“{{name}}” was not kept: it is over 10 MB. Please take it again with a smaller size.',
  },
} satisfies Translation<typeof zh>
