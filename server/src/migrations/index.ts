import { Tenancy1795219200001 } from './20261121-01-tenancy.js';
import { Identity1795219200002 } from './20261121-02-identity.js';
import { Schools1795219200003 } from './20261121-03-schools.js';
import { Staffing1795219200004 } from './20261121-04-staffing.js';
import { RolloutAndStanding1795219200005 } from './20261121-05-rollout-and-standing.js';
import { Platform1795219200006 } from './20261121-06-platform.js';
import { Filings1795219200007 } from './20261121-07-filings.js';
import { Topics1795219200008 } from './20261121-08-topics.js';
import { Meetings1795219200009 } from './20261121-09-meetings.js';
import { AttachmentsAndNotifications1795219200010 } from './20261121-10-attachments-and-notifications.js';
import { Decisions1795219200011 } from './20261121-11-decisions.js';

/** Every migration, oldest first. Forward only; a new one goes to the end. */
export const migrations = [
  Tenancy1795219200001,
  Identity1795219200002,
  Schools1795219200003,
  Staffing1795219200004,
  RolloutAndStanding1795219200005,
  Platform1795219200006,
  Filings1795219200007,
  Topics1795219200008,
  Meetings1795219200009,
  AttachmentsAndNotifications1795219200010,
  Decisions1795219200011,
];
