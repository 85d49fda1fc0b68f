// Calls getpid() through koffi and says whether it is this process that answered.
import koffi from 'koffi';

const getpid = koffi.load(null).func('int getpid()');
console.log(JSON.stringify({ right: getpid() === process.pid, version: koffi.version }));
