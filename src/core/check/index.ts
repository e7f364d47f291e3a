export { type Account, accountOf } from './account.ts';
export { type CheckOptions, checkPage, checkProject, checkSteps, type RuleSettings } from './check.ts';
export { type Coverage, coverage, coveredCells, HOLE_LINES, holes, holesOf } from './coverage.ts';
export { type Figures, type Finding, type Severity, severities } from './finding.ts';
export { type MessageLanguage, messageOf } from './message.ts';
export { passedIn, passKey, rulesOf } from './passed.ts';
export { RULES } from './rules.ts';
export { signCuts, withdrawCuts } from './signed.ts';
