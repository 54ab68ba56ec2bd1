// Loaded before the program (--require): the thread of the engines exits at the third step of a training.
const { isMainThread, parentPort } = require('node:worker_threads');

if (!isMainThread && parentPort !== null) {
  const on = parentPort.on.bind(parentPort);
  let steps = 0;
  parentPort.on = (name, listener) =>
    on(name, (message) => {
      if (message?.path?.includes('trainStep') && ++steps === 3) process.exit(3);
      listener(message);
    });
}
