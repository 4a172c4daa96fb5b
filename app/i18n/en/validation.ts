import type { Translation } from '../catalogue.ts'
import type zh from '../zh-CN/validation.ts'

export default {
  required: 'Please fill this in',
  choose: 'Please choose one',
  tooLong: 'This is too long, please shorten it',
  format: 'This does not look right, please check it',
  phone: 'Please give a phone number we can call',
  email: 'Please give a valid email, such as name@example.com',
  passwordShort: 'A password has 10 characters at least; a sentence you remember is good',
  passwordLong: 'This password is too long: 200 characters at most',
  code: 'Please enter the 6 digits',
  roles: 'Please choose one role at least',
  storeForRole: 'A store guide or store manager needs a store',
  crewForRole: 'A member of a crew needs a crew',
  score: 'Please choose 1 to 5 here',
  later: 'Please give a date and time to come',
  duration: 'Give a number of minutes from 5 to 720',
  time: 'Give a time, such as 10:30',
  day: 'Choose a day',
  windowOrder: 'The end must come after the beginning',
  crew: 'Choose a crew',
  reason: 'Say why',
  workDone: 'Say what was done today: the customer will read it',
  signature: 'Please sign in the box first',
  signer: 'Give the name of the person who signs',
  photos: 'Choose photos first',
} satisfies Translation<typeof zh>
