/**
 * One breach of every rule of the house: where it is put, what it says, and which check must refuse it. The tests put each into a copy of
 * the tree and expect the check to fail there.
 */
export const breaches = [
  {
    rule: 'a lower layer imports a higher one',
    check: 'types',
    file: 'src/iam/breach.ts',
    code: "import { runDocuments } from '../simulate'\n\nexport const breach = runDocuments\n",
  },
  {
    rule: 'lib imports iam',
    check: 'types',
    file: 'src/lib/breach.ts',
    code: "import { parsePolicy } from '../iam'\n\nexport const breach = parsePolicy\n",
  },
  {
    rule: 'present imports share',
    check: 'types',
    file: 'src/present/breach.ts',
    code: "import { encodeScenario } from '../share'\n\nexport const breach = encodeScenario\n",
  },
  {
    rule: 'scenarios import present',
    check: 'types',
    file: 'src/scenarios/breach.ts',
    code: "import { buildTimeline } from '../present'\n\nexport const breach = buildTimeline\n",
  },
  {
    rule: 'share imports i18n',
    check: 'types',
    file: 'src/share/breach.ts',
    code: "import { loadTranslate } from '../i18n'\n\nexport const breach = loadTranslate\n",
  },
  {
    rule: 'state imports ui',
    check: 'types',
    file: 'src/state/breach.ts',
    code: "import { App } from '../ui/App'\n\nexport const breach = App\n",
  },
  { rule: 'an engine layer uses the DOM', check: 'types', file: 'src/simulate/breach.ts', code: 'export const breach = document.title\n' },
  {
    rule: 'past a door',
    check: 'lint',
    file: 'src/present/breach.ts',
    code: "import { compilePattern } from '../iam/match/pattern'\n\nexport const breach = compilePattern\n",
  },
  {
    rule: 'a package in a layer without packages',
    check: 'lint',
    file: 'src/simulate/breach.ts',
    code: "import { deflateSync } from 'fflate'\n\nexport const breach = deflateSync\n",
  },
  {
    rule: 'React in present',
    check: 'lint',
    file: 'src/present/breach.ts',
    code: "import { useState } from 'react'\n\nexport const breach = useState\n",
  },
  {
    rule: 'React in state',
    check: 'lint',
    file: 'src/state/breach.ts',
    code: "import { useState } from 'react'\n\nexport const breach = useState\n",
  },
  { rule: 'the clock in an engine layer', check: 'lint', file: 'src/simulate/breach.ts', code: 'export const breach = Date.now()\n' },
  { rule: 'chance in an engine layer', check: 'lint', file: 'src/iam/breach.ts', code: 'export const breach = Math.random()\n' },
  { rule: 'a default export', check: 'lint', file: 'src/share/breach.ts', code: 'const breach = 1\nexport default breach\n' },
  { rule: 'any', check: 'lint', file: 'src/iam/breach.ts', code: 'export const breach = (value: any) => value\n' },
]
