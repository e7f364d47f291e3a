// The house's import rules. A folder may import only folders named before it (higher in the list = lower in the house).
const core = ['measure', 'text', 'font', 'story', 'copy', 'document', 'scene', 'typeset', 'compose', 'arrange', 'check', 'archive'];
const above = (i) => core.slice(i + 1).join('|');
/** Who may know whom outside core. */
const hosts = {
  core: '',
  ipc: 'core',
  node: 'core',
  press: 'core',
  jobs: 'core|node|press',
  cli: 'core|jobs',
  main: 'core|node|jobs|ipc',
  preload: 'ipc',
  renderer: 'core|ipc',
};

module.exports = {
  forbidden: [
    ...core.slice(0, -1).map((name, i) => ({
      name: `core-${name}-looks-up`,
      severity: 'error',
      from: { path: `^src/core/${name}/` },
      to: { path: `^src/core/(${above(i)})/` },
    })),
    ...Object.entries(hosts).map(([name, may]) => ({
      name: `${name}-crosses-a-wall`,
      severity: 'error',
      from: { path: `^src/${name}/` },
      to: { path: '^src/', pathNot: `^src/(${[name, may].filter(Boolean).join('|')})/` },
    })),
    {
      name: 'outputs-do-not-compose',
      severity: 'error',
      comment: 'The press and the canvas draw a Scene; they never measure.',
      from: { path: '^src/(press|renderer/canvas)/' },
      to: { path: '^src/core/(text|typeset|compose)/' },
    },
    { name: 'core-is-pure', severity: 'error', from: { path: '^src/core/' }, to: { dependencyTypes: ['core'] } },
    { name: 'core-knows-no-ui', severity: 'error', from: { path: '^src/core/' }, to: { path: '(^|/)(electron|react|react-dom)(/|$)' } },
    {
      name: 'through-the-door',
      severity: 'error',
      comment: 'Another core folder is entered by its index.ts only.',
      from: { path: '^src/(core/([^/]+)|[^/]+)/' },
      to: { path: '^src/core/[^/]+/(?!index\\.ts$)', pathNot: '^src/core/$2/' },
    },
    { name: 'not-through-own-door', severity: 'error', from: { path: '^src/core/([^/]+)/' }, to: { path: '^src/core/$1/index\\.ts$' } },
    {
      name: 'migrations-are-frozen',
      severity: 'error',
      comment: 'A migration must mean the same in ten years: no live code.',
      from: { path: '^src/core/archive/migrations/' },
      to: { path: '^src/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'node_modules' },
  },
};
