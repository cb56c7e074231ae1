import type { settings as zh } from '../../zh-CN/resources/settings.js';
import type { Translations } from '../translations.js';

export const settings: Translations<typeof zh> = {
  title: 'Settings',
  text: 'What %{tenant} decides about the checks',
  vacancyDays: 'Days of vacancy before a hint',
  vacancyDaysHelp: 'A longer vacancy of secretary or principal shows a hint',
  countBranch: 'Branches without a committee count as in scope',
  countBranchHelp: 'The Opinion asks for a committee only; turn this on where local rules go further',
  fileRetentionDays: 'Days that exported files are kept',
  fileRetentionDaysHelp: 'After that their content is removed; export again where needed',
  rebuild: 'After saving, the figures are counted again in the background and may take a while to follow.',
  done: 'The settings are saved',
};
