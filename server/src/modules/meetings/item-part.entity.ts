import type { Stance, VoteChoice } from '@zhixiao/domain';
import { Column, Entity } from 'typeorm';
import { MeetingPart } from './meeting-part.entity.js';

/** What one person has to do with one item. */
abstract class PersonalPart extends MeetingPart {
  @Column('uuid', { name: 'item_id' }) itemId: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text', { name: 'person_name' }) personName: string;
}

@Entity('item_recusal')
export class ItemRecusal extends PersonalPart {
  @Column('text') reason: string;
  @Column('bool') stayed: boolean;
  @Column('text', { name: 'recorded_by_name' }) recordedByName: string;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt: Date | null;
}

@Entity('item_opinion')
export class ItemOpinion extends PersonalPart {
  @Column('text') stance: Stance;
  @Column('text') text: string;
  @Column('bool', { name: 'by_own_account' }) byOwnAccount: boolean;
  @Column('bool', { name: 'stated_on_paper' }) statedOnPaper: boolean;
  @Column('text', { name: 'recorded_by_name' }) recordedByName: string;
  @Column('timestamptz', { name: 'said_at' }) saidAt: Date;
}

/** One vote of an open ballot. A secret ballot has none. */
@Entity('item_ballot')
export class ItemBallot extends PersonalPart {
  @Column('text') choice: VoteChoice;
  @Column('timestamptz', { name: 'cast_at' }) castAt: Date;
  @Column('bool', { name: 'stated_on_paper' }) statedOnPaper: boolean;
}

@Entity('record_correction')
export class RecordCorrection extends MeetingPart {
  @Column('uuid', { name: 'item_id', nullable: true }) itemId: string | null;
  @Column('text') text: string;
  @Column('text') reason: string;
  @Column('uuid', { name: 'signed_by_id' }) signedById: string;
  @Column('text', { name: 'signed_by_name' }) signedByName: string;
}
