export const view = {
  'document.identityPolicy.short': 'Identity',
  'document.trustPolicy.short': 'Trust',
  'document.rolePolicy.short': 'Permissions',
  'phone.edit': 'Open the editor',
  'phone.sheet': 'Panel: larger or smaller',
  'columns.first': 'Width of the first column',
  'columns.second': 'Width of the second column',
  'topbar.present': 'Present',
  'theme.name': 'Theme',
  'theme.system': 'As the system',
  'theme.light': 'Light',
  'theme.dark': 'Dark',
} as const
