// Makes pictures smaller before they are sent, and leaves out what a camera wrote into them.

const LONGEST_PX = 2_048;
const QUALITY = 0.88;
// What moves would stand still.
const DRAWN = ['image/png', 'image/jpeg', 'image/webp'];

/** The picture, drawn anew; any other file, and one that cannot be drawn here, as it is. */
export async function shrunk(file) {
  if (!DRAWN.includes(file.type)) {
    return file;
  }
  try {
    const bitmap = await createImageBitmap(file);
    const share = Math.min(1, LONGEST_PX / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(bitmap.width * share));
    canvas.height = Math.max(1, Math.round(bitmap.height * share));
    canvas.getContext('2d').drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    return await drawn(canvas, file.type, file.name);
  } catch {
    return file;
  }
}

/** What is on the canvas, as a file. */
export async function drawn(canvas, type, name) {
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, type, QUALITY));
  return new File([blob], name, { type: blob.type });
}
