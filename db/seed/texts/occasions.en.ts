import type { Matter, OccasionKind } from './matters.ts'

/** Matters other than repairs and complaints. */
export const englishOccasions: Record<OccasionKind, readonly Matter[]> = {
  delivery: [
    {
      model: 'YS-S210',
      product: 'Fabric sofa, order from May',
      category: 'other',
      severity: 4,
      words:
        'We get the keys later than planned. Could the sofa come one afternoon this week instead?',
      work: 'Deliver one sofa, lift available, unpack with the customer',
      done: 'Sofa set down where the customer wished, unpacked and inspected together, packaging taken along.',
    },
    {
      model: 'YS-T140',
      product: 'Dining table',
      category: 'other',
      severity: 4,
      words:
        'Please deliver in the morning if you can. The garage entrance is only two metres high.',
      work: 'Deliver one table, garage height 2 m',
      done: 'Table delivered, legs fitted, no damage found at the joint inspection.',
    },
  ],
  install: [
    {
      model: 'YS-W500',
      product: 'Walk-in wardrobe',
      category: 'other',
      severity: 4,
      words: 'All the boards arrived yesterday and the walls are painted. When could you fit it?',
      work: 'Fit the walk-in wardrobe, work on the packaging, not on the floor',
      done: 'Wardrobe fitted, doors level, light strip connected, waste taken along.',
    },
    {
      model: 'MH-D260',
      product: 'Balcony sliding door',
      category: 'other',
      severity: 4,
      words: 'The frame is in and the plaster is dry, so the door can be fitted now.',
      work: 'Fit the sliding door, adjust, seal',
      done: 'Door fitted, runs easily, joints sealed.',
    },
  ],
  survey: [
    {
      model: 'MH-K220',
      product: 'Kitchen for the new flat',
      category: 'other',
      severity: 4,
      words: 'Water and power are done. Please measure the kitchen; the gas meter is on the right.',
      work: 'Measure the kitchen, mark gas meter and flue',
      done: 'Kitchen measured, meter and flue marked. Drawings in three days.',
    },
    {
      model: 'YS-W500',
      product: 'Built-in wardrobes, two rooms',
      category: 'other',
      severity: 4,
      words: 'Two bedrooms, wardrobes up to the ceiling. One of them has a beam across it.',
      work: 'Measure two bedrooms, beam and ceiling height included',
      done: 'Both rooms measured, way around the beam agreed with the customer.',
    },
  ],
  return: [
    {
      model: 'YS-N050',
      product: 'Two bedside tables',
      category: 'other',
      severity: 4,
      words:
        'They are ten centimetres too wide for our alcove. Still in the box. May we send them back?',
      work: 'Collect two bedside tables, inspect',
      done: 'Two bedside tables collected, both unopened.',
    },
  ],
  exchange: [
    {
      model: 'YS-C040',
      product: 'Dining chairs',
      category: 'other',
      severity: 4,
      words: 'Two of the six chairs are a visibly different grey. Can they be swapped?',
      work: 'Bring two chairs, collect two',
      done: 'Two chairs exchanged, the customer compared all six in daylight.',
    },
    {
      model: 'YS-T160',
      product: 'Stone table top',
      category: 'broken',
      severity: 3,
      words: 'A corner of the stone top arrived chipped. The driver has seen it too.',
      work: 'Bring a new top, collect the chipped one',
      done: 'Top exchanged, the chipped one collected, signed by the customer.',
    },
  ],
  parts: [
    {
      model: 'YS-B120',
      product: 'Bunk bed screws',
      category: 'missing',
      severity: 3,
      words:
        'The leaflet lists eight long screws, the bag has four. The ladder cannot be fixed without them.',
      work: 'Bring one bag of fittings, fix the ladder',
      done: 'Missing screws brought, ladder fixed and tried.',
    },
    {
      model: 'YS-W320',
      product: 'Wardrobe handle',
      category: 'missing',
      severity: 4,
      words: 'One of the three handles is silver, the others are bronze. Please send a bronze one.',
      work: 'Bring one bronze handle and fit it',
      done: 'Handle exchanged, all three match.',
    },
  ],
  enquiry: [
    {
      model: 'MH-F120',
      product: 'Wood floor care',
      category: 'other',
      severity: 4,
      words: 'How often should the floor be oiled, and how warm may the underfloor heating be?',
      work: 'Look at the floor',
      done: 'The floor is in good order.',
      byPhone: 'Oil twice a year, no more than 27 degrees at the surface. Care sheet sent.',
    },
    {
      model: 'YS-S330',
      product: 'Leather sofa',
      category: 'surface',
      severity: 4,
      words:
        'My daughter drew on the sofa with a ballpoint pen. What takes it off without harming the leather?',
      work: 'Try to clean the mark',
      done: 'Mark removed.',
      byPhone: 'Leather cleaner in small circles, never alcohol. She wrote that the mark is gone.',
    },
  ],
}
