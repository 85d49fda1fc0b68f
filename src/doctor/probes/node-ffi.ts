// Calls getpid() through node:ffi and says whether it is this process that answered.
import { dlopen } from 'node:ffi';

const { functions } = dlopen(null, { getpid: { arguments: [], return: 'int32' } });
console.log(JSON.stringify({ right: functions.getpid() === process.pid }));
