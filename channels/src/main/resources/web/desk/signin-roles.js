// What the people of the team may do.

export const ROLES = [
  { id: 'AGENT', name: 'Agent', may: 'Talks to customers.' },
  { id: 'AUTHOR', name: 'Author', may: 'Writes articles.' },
  { id: 'LEAD', name: 'Lead', may: 'Talks to customers and sees how everybody does.' },
  { id: 'ADMIN', name: 'Admin', may: 'Does all that, and decides who belongs to the team.' },
];

/** The role of that id. */
export function role(id) {
  return ROLES.find((each) => each.id === id) ?? { id, name: id, may: '' };
}
