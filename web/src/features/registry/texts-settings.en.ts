import { TRAIT_WORDS } from '@hopluc/shared/entity-words'
import type { InEnglish } from '../../lib/in-english.ts'
import type { REGISTRY_SETTINGS } from './texts-settings.ts'

export const REGISTRY_SETTINGS_EN: InEnglish<typeof REGISTRY_SETTINGS> = {
  'registry.settings.title': 'Lists of the register',
  'registry.settings.lead':
    'Changes here hold for everyone. Past days are still counted by the thresholds of their day.',
  'registry.settings.tabs': 'Lists',
  'registry.settings.commodities': TRAIT_WORDS.commodities.en,
  'registry.settings.lines': TRAIT_WORDS.lines.en,
  'registry.settings.groups': 'Groups of lines',
  'registry.settings.sizes': 'Size thresholds',
  'registry.settings.resize': 'Sizes are worked out anew',
  'registry.settings.resize.waiting':
    'Saved. The sizes of all entities wait to be worked out anew.',
  'registry.settings.resize.running':
    'Saved. Sizes are being worked out anew: {done} of {total} entities.',
  'registry.settings.resize.failed':
    'The sizes of all entities could not be worked out anew. Save the thresholds again.',
  'registry.settings.minimums': 'Fewest members',
  'registry.settings.add': 'Add',
  'registry.settings.edit': 'Change {name}',
  'registry.settings.remove': 'Remove from the list',
  'registry.settings.find': 'Search the list',
  'registry.settings.shown': '{count} of {all} shown. Type to search.',
  'registry.settings.none': 'The list is empty.',
  'registry.settings.saved': 'List saved.',
  'registry.settings.wrong': 'Please look at this again.',
  'registry.settings.code': 'Code',
  'registry.settings.code.hint':
    'Small letters without diacritics, digits, dashes; not changed once used.',
  'registry.settings.name': 'Name',
  'registry.settings.family': 'Family',
  'registry.settings.otherNames': 'Other names',
  'registry.settings.otherNames.hint': 'Separated by commas; used in searches.',
  'registry.settings.isActive': 'In use',
  'registry.settings.isActive.not': 'No longer used',
  'registry.settings.lineCode.hint': 'One letter (a section) or 2 to 5 digits.',
  'registry.settings.parent': 'Code above',
  'registry.settings.from': 'From',
  'registry.settings.until': 'Until',
  'registry.settings.always': 'Always',
  'registry.settings.forever': 'Without end',
  'registry.settings.import': 'Import a CSV file',
  'registry.settings.import.hint':
    'Three columns: code, name, code above. Known ones get the new name.',
  'registry.settings.import.done': '{added} added, {changed} changed.',
  'registry.settings.grouping': 'Grouping',
  'registry.settings.grouping.field': 'Field (4 groups)',
  'registry.settings.grouping.sector': 'Sector (8 groups)',
  'registry.settings.value': 'Group',
  'registry.settings.groups.note': 'A longer code goes first: 0893 before 08.',
  'registry.settings.sizes.note':
    'A size is reached with enough official members AND enough revenue OR capital. A field without thresholds has no size.',
  'registry.settings.members': 'Members from',
  'registry.settings.members.count': '{count} members',
  'registry.settings.revenue': 'Yearly revenue from',
  'registry.settings.capital': 'Total capital from',
  'registry.settings.million': 'million đồng',
  'registry.settings.basis': 'Legal basis',
  'registry.settings.minimum': 'At least',
  'registry.settings.minimums.note': 'Fewer than this warns and bars nothing.',
}
