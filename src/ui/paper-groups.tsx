import './paper-groups.css';

/** Groups of letters to be written down or printed, numbered so that none is left out. Loaded by the few screens that show such a paper. */
export function PaperGroups({ groups }: { groups: readonly string[] }) {
  return (
    <ol className="ui-groups" translate="no">
      {groups.map((group, index) => (
        <li key={index}>
          <span className="ui-groups-number" aria-hidden="true">{index + 1}</span>
          <span className="ui-groups-letters ui-num">{group}</span>
        </li>
      ))}
    </ol>
  );
}
