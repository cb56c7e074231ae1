import { Args, FieldResolver, Resolver, Root } from 'type-graphql';
import { pagedArgs } from '../../platform/graphql/paged-args.js';
import { PersonType } from '../people/index.js';
import { SchoolType } from '../schools/index.js';
import { AppointmentConnectionType, AppointmentType, CancelledAppointmentType } from './appointment.type.js';
import { StaffingDepartureType } from './departure.type.js';

const PageArgs = pagedArgs({ first: 50 });

/** The fields that this module adds to a school; the read models answer them. */
@Resolver(() => SchoolType)
export class SchoolStaffingResolver {
  @FieldResolver(() => [AppointmentType], { description: '所查日期在任的班子成员' })
  team(@Root() school: { team: AppointmentType[] }): AppointmentType[] {
    return school.team;
  }

  @FieldResolver(() => AppointmentConnectionType, { description: '全部任职，含过去和将来' })
  appointments(@Root() school: { appointments: object }, @Args(() => PageArgs) _args: object): object {
    return school.appointments;
  }

  @FieldResolver(() => [CancelledAppointmentType], { description: '到任前已取消的任命，新的在前' })
  cancelledAppointments(@Root() school: { cancelledAppointments: object[] }): object[] {
    return school.cancelledAppointments;
  }

  @FieldResolver(() => [StaffingDepartureType], { description: '特殊情况备案，新的在前' })
  departures(@Root() school: { departures: StaffingDepartureType[] }): StaffingDepartureType[] {
    return school.departures;
  }
}

/** The fields that this module adds to a person. */
@Resolver(() => PersonType)
export class PersonStaffingResolver {
  @FieldResolver(() => [AppointmentType], { description: '所查日期所任职务' })
  posts(@Root() person: { posts: AppointmentType[] }): AppointmentType[] {
    return person.posts;
  }

  @FieldResolver(() => AppointmentConnectionType, { description: '全部任职，含过去和将来' })
  appointments(@Root() person: { appointments: object }, @Args(() => PageArgs) _args: object): object {
    return person.appointments;
  }

  @FieldResolver(() => [CancelledAppointmentType], { description: '到任前已取消的任命，新的在前' })
  cancelledAppointments(@Root() person: { cancelledAppointments: object[] }): object[] {
    return person.cancelledAppointments;
  }
}
