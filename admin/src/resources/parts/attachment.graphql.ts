import { graphql, type FragmentOf } from '../../data/index.js';

/** What a list of attachments shows, of whatever they belong to. */
export const attachmentFields = graphql(`
  fragment AttachmentFields on Attachment {
    id
    kind
    name
    size
    createdAt
    createdByName
    supersededAt
    supersededReason
    downloadPath
    version
  }
`);

export const SupersedeAttachmentMutation = graphql(`
  mutation SupersedeAttachment($input: SupersedeAttachmentInput!) {
    supersedeAttachment(input: $input) {
      id
      version
    }
  }
`);

export type AttachmentRow = FragmentOf<typeof attachmentFields>;
