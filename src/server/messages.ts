/** The lines a person reads in the terminal, Vietnamese first. Nothing else is printed there but the log. */

/** Text of a page while the app is not built. */
export const APP_NOT_BUILT = 'Ứng dụng chưa được dựng. Chạy: npm run build\nThe app is not built yet. Run: npm run build\n';

/** What is wrong with a setting, by its name. */
export const SETTING_PROBLEMS = {
  PORT: 'phải là số nguyên từ 0 đến 65535 / must be a whole number from 0 to 65535',
  HOST: 'phải là địa chỉ IP hoặc tên máy / must be an IP address or a host name',
  DATA_DIR: 'không tạo hoặc không ghi được thư mục dữ liệu / the data folder cannot be made or written',
  DATABASE_URL: 'phải có dạng postgres://… / must look like postgres://…',
  ORG_FILE: 'không đọc được tệp / the file cannot be read',
  PUBLIC_URL: 'phải có dạng https://ten-mien, không có đường dẫn / must look like https://host, without a path',
  TRUST_PROXY: 'phải là true, false hoặc địa chỉ IP của proxy / must be true, false, or the addresses of the proxies',
  FILES_PER_CELL: 'phải là số nguyên từ 0 đến 1000000, tính bằng MB / must be a whole number of MB, 0 to 1000000',
  KEEP_ENDED: 'phải là số ngày từ 1 đến 3650 / must be 1 to 3650 days',
  METRICS_TOKEN: 'phải có từ 16 đến 200 ký tự, không dấu cách / must be 16 to 200 characters without blanks',
  LOG_LEVEL: 'phải là fatal, error, warn, info, debug, trace hoặc silent / must be one of these',
} as const;

/** The database cannot be reached. */
export const DATABASE_DOWN = 'không kết nối được cơ sở dữ liệu / the database does not answer';
/** The data is from a newer version. */
export const DATABASE_NEWER = 'dữ liệu do phiên bản mới hơn ghi; hãy cập nhật máy chủ / written by a newer version, update the server';
/** The port is taken. */
export const PORT_TAKEN = (port: number): string => `cổng ${port} đang có chương trình khác dùng / port ${port} is in use`;
/** The address is not this machine's. */
export const HOST_FOREIGN = 'không phải địa chỉ của máy này / not an address of this machine';
/** Real and made-up data do not mix. */
export const DEMO_DATA = 'kho dữ liệu này chứa dữ liệu trình diễn; hãy chọn DATA_DIR khác / this store holds demonstration data, choose another DATA_DIR';

/** What is wrong with an organisation file. */
export const ORGANISATION_PROBLEMS = {
  notJson: 'không phải JSON hợp lệ / not valid JSON',
  wrongAt: (path: string, why: string): string => `sai ở / wrong at ${path} (${why})`,
  sameCode: (path: string, code: string): string => `mã chi bộ bị trùng / code used twice: ${code} (${path})`,
  refused: (code: string): string => `các tổ chức không khớp với dữ liệu đã có / the bodies do not fit what is there (${code})`,
  wrongAbove: (path: string, code: string): string => `cấp trên không có hoặc không phù hợp / the body above is missing or does not fit: ${code} (${path})`,
} as const;

/** A party organisation is called by its committee where that speaks: in the head of documents, as who sends. */
export const speaking = (name: string): string => name.replace(/^Đảng bộ(?= )/u, 'Đảng ủy');

const day = (instant: string): string => new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date(instant));
const time = (instant: string): string => new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(instant));

/** Lines of the start. */
export const START = {
  listening: (urls: readonly string[]): string => `Sổ Chi bộ đang chạy tại ${urls.join(', ')}`,
  english: 'Open the address in a browser. The secretary types the activation code; the committee opens the sign-in link. Ctrl+C stops the server.',
  noApp: 'Ứng dụng chưa được dựng (npm run build): chỉ có giao diện lập trình. / The app is not built: only the API is served.',
  noCodeLeft: 'Mọi chi bộ trình diễn đều đã có thiết bị; muốn làm lại từ đầu, dùng DATA_DIR khác.',
  howToCode: 'Mã kích hoạt cho chi bộ: npm run server -- code <tên hoặc mã chi bộ>',
  stopped: 'Đã dừng. / Stopped.',
} as const;

/** A fresh activation code. */
export const codeLine = (cell: string, code: string, expiresAt: string): string => `Bí thư (${cell}): mã kích hoạt ${code}, dùng một lần, hạn đến ${day(expiresAt)}`;
const once = (link: string, expiresAt: string): string => `${link} (dùng một lần, hạn đến ${time(expiresAt)} ngày ${day(expiresAt)})`;
/** A fresh sign-in link; `person` is whom it lets in, null for whoever becomes the first administrator. */
export const linkLine = (link: string, expiresAt: string, person: string | null): string =>
  person === null ? `Cấp ủy lập người quản trị đầu tiên / first administrator: ${once(link, expiresAt)}` : `Cấp ủy đăng nhập (${person}): ${once(link, expiresAt)}`;

/** Lines of the commands. */
export const COMMANDS = {
  help: `npm start                              dựng và chạy máy chủ / build and run
npm run server                         chạy máy chủ đã dựng / run the built server
npm run server -- cells                danh sách chi bộ và thiết bị / cells and their devices
npm run server -- code <tên|mã|id>     mã kích hoạt cho một chi bộ / an activation code
npm run server -- link [tên đăng nhập] đường dẫn một lần cho người quản trị của cấp ủy, có ghi nhật ký / a one-time link for an administrator, written down
npm run server -- revoke <id thiết bị> thu hồi một thiết bị / shut a device out
npm run server -- backup <tệp>         sao lưu, không cần dừng máy chủ / a backup, beside a running server
npm run server -- restore <tệp> [--replace]  phục hồi (dừng máy chủ trước) / put a backup back, the server stopped
npm run server -- verify [tệp]         kiểm tra dữ liệu hoặc bản sao lưu / examine the data or a backup
npm run server -- tidy                 dọn mã, lời mời, phiên đã hết hạn (máy chủ tự làm mỗi ngày) / clear away what is over
npm run server -- help                 trang này / this page
Cài đặt bằng biến môi trường / settings: PORT HOST DATA_DIR DATABASE_URL ORG_FILE PUBLIC_URL TRUST_PROXY LOG_LEVEL (src/server/README.md)`,
  unknown: (name: string): string => `Không có lệnh "${name}" / no such command. npm run server -- help`,
  noData: 'Chưa có dữ liệu: hãy chạy máy chủ một lần trước / no data yet: start the server once',
  whichCell: 'Cần tên, mã hoặc id của chi bộ / name, code or id of a cell needed: npm run server -- cells',
  noSuchCell: (text: string): string => `Không có chi bộ nào khớp / no cell matches: ${text}`,
  severalCells: (text: string, names: readonly string[]): string => `Có nhiều chi bộ khớp / several cells match "${text}": ${names.join('; ')}`,
  whichDevice: 'Cần id của thiết bị / id of a device needed: npm run server -- cells',
  noSuchAdministrator: (login: string): string => `Không có người quản trị nào có tên đăng nhập này / no administrator has this login name: ${login}`,
  noSuchDevice: 'Không có thiết bị này, hoặc đã thu hồi / no such device, or revoked already',
  revoked: 'Đã thu hồi thiết bị. / Device revoked.',
  hasDevice: (cell: string): string => `Lưu ý: ${cell} đã có thiết bị; mã chỉ dùng được sau khi thu hồi thiết bị đó / the cell has a device, the code works once it is revoked`,
  tidied: (codes: number, sessions: number, snapshots: number): string => `Đã dọn: ${codes} mã và lời mời, ${sessions} đường dẫn và phiên đăng nhập, ${snapshots} bản chụp dở dang. / Cleared away.`,
  noDevices: '(chưa có thiết bị / no device)',
} as const;

/** Lines of backup, restore and verify. */
export const CARE = {
  whichFile: 'Cần tên tệp / a file name is needed',
  fileThere: (file: string): string => `Tệp đã có, không ghi đè / the file is there already: ${file}`,
  noFile: (file: string): string => `Không có tệp này / no such file: ${file}`,
  noData: 'Chưa có dữ liệu để sao lưu / there is no data yet',
  backedUp: (file: string, bytes: number): string => `Đã sao lưu vào / backed up to ${file} (${Math.ceil(bytes / 1024)} kB). Tệp chứa khóa ký của máy chủ: cất giữ như chính máy chủ / it holds the server's key`,
  failed: (why: string): string => `Không sao lưu được, không có tệp nào được ghi / no backup was made (${why})`,
  running: 'Máy chủ đang chạy trên dữ liệu này: hãy dừng máy chủ rồi làm lại. Chưa thay đổi gì. / The server is running: stop it first. Nothing was changed.',
  hasData: 'Kho này đang có dữ liệu. Muốn thay, thêm --replace: dữ liệu cũ được giữ lại bên cạnh. Chưa thay đổi gì. / The store has data: add --replace, the old data is kept beside. Nothing was changed.',
  badFile: 'Tệp sao lưu bị hỏng hoặc thiếu; dữ liệu đang dùng vẫn nguyên. / The backup is damaged; the data in use is untouched.',
  restored: 'Đã phục hồi. Hãy khởi động lại máy chủ. / Restored: start the server again.',
  keptAside: (place: string): string => `Dữ liệu cũ nằm ở / the old data is kept in ${place}`,
  restoreFailed: (why: string): string => `Không phục hồi được; dữ liệu đang dùng vẫn nguyên / not restored, the data in use is untouched (${why})`,
  noTool: (name: string): string => `Cần chương trình ${name} của PostgreSQL (gói postgresql-client, cùng bản với máy chủ cơ sở dữ liệu) / ${name} of PostgreSQL is not installed here`,
  whole: (cells: number, documents: number, entries: number): string => `Dữ liệu nguyên vẹn: ${cells} chi bộ, ${documents} văn bản, ${entries} mục nhật ký. / All whole.`,
  damaged: (count: number): string => `Có ${count} chỗ sai. / ${count} problems.`,
  listed: 'Mục lục của tệp đọc được; muốn kiểm tra nội dung, phục hồi vào một cơ sở dữ liệu trống rồi chạy verify. / The table of contents reads; to check the content, restore into an empty database and verify that.',
} as const;

/** What verify finds, by kind, in plain words. */
export const WRONG = {
  database: (line: string): string => `cơ sở dữ liệu hỏng: ${line}`,
  newer: 'dữ liệu do phiên bản mới hơn ghi; hãy cập nhật máy chủ rồi kiểm tra lại',
  opens: (code: string): string => `không mở được dữ liệu (${code})`,
  keys: 'thiếu hoặc hỏng khóa ký biên nhận của máy chủ',
  gap: (cell: string, what: string, at: number): string => `[${cell}] ${what}: thiếu số ${at}`,
  counter: (cell: string, what: string, says: number, is: number): string => `[${cell}] ${what}: bộ đếm ghi ${says}, thực có ${is}`,
  box: (cell: string, seq: number): string => `[${cell}] nhật ký số ${seq}: nội dung không khớp mã kiểm tra`,
  boxGone: (cell: string, seq: number): string => `[${cell}] nhật ký số ${seq}: nội dung đã mất mà không có bản chụp thay`,
  hash: (cell: string, id: string): string => `[${cell}] văn bản ${id}: nội dung không khớp mã kiểm tra`,
  receipt: (cell: string, id: string): string => `[${cell}] văn bản ${id}: biên nhận không đúng`,
  parts: (cell: string, id: string, part: number): string => `[${cell}] bản chụp ${id}: phần ${part} thiếu hoặc hỏng`,
  chain: (cell: string, id: string): string => `[${cell}] bản chụp ${id}: chuỗi không khớp nhật ký`,
  pieces: (cell: string, id: string): string => `[${cell}] tệp đính kèm ${id}: thiếu mảnh hoặc mảnh hỏng`,
} as const;

/** What is numbered in a cell. */
export const NUMBERED = { log: 'nhật ký', submissions: 'văn bản', directives: 'chỉ đạo' } as const;
