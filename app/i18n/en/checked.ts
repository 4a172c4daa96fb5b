import type { Translation } from '../catalogue.ts'
import type zh from '../zh-CN/checked.ts'

export default {
  inspection: {
    title: 'Three checks',
    passed: 'Passed',
    failed: 'Failed',
    result: 'What the inspection found',
    note: 'Note',
    noteHint: 'If it failed, say why: the crew mends that and begins again with its own check.',
    submit: 'Record the inspection',
    waits: {
      self: 'Waiting for the crew’s own check.',
      leader: 'The crew’s own check is passed; waiting for its leader’s.',
      inspector:
        'The first two checks are passed; waiting for the inspector: the after-sales manager or the general manager.',
    },
  },
  correction: {
    title: 'Put something right in this record',
    intro:
      'What was signed can’t be changed. A correction is written beside it, with your name and the time, and stays there; the customer sees it too.',
    text: 'What is put right',
    textHint: 'Say what stands there and how it really was',
    submit: 'Add the correction',
    record: 'Open the signed record',
    count_one: '{{count}} correction was added after signing.',
    count_other: '{{count}} corrections were added after signing.',
    by: '{{name}}, {{at}}',
  },
} satisfies Translation<typeof zh>
