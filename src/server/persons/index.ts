export { acts, cellActs } from './acts';
export { confirm, isConfirmed } from './confirm';
export { deviceNameOf } from './device-name';
export { becomeFirst } from './first';
export { endOtherSessions, endOwnSession, own } from './own';
export { addPasskey, askPasskey, endPasskey, offerPasskey, passkeySignIn, type Site } from './passkeys';
export { offerSecondFactor, passwordSignIn, setPassword } from './password';
export { changePerson, endPerson, endPersonSessions, inviteAgain, invitePerson, persons } from './people';
