// Strokes of one picture: what was painted, in the pixels of the small copy, with undo and redo.

export class Strokes {
  done = [];
  undone = [];

  get isEmpty() { return this.done.length === 0; }
  get canRedo() { return this.undone.length > 0; }

  begin(stroke) {
    this.done.push(stroke);
    this.undone.length = 0;
  }

  undo() { if (this.done.length) this.undone.push(this.done.pop()); }
  redo() { if (this.undone.length) this.done.push(this.undone.pop()); }

  /** Draws all strokes on an empty canvas, hard edged enough: what is more than half opaque counts.
      @param scale pixels of the canvas for one of the small copy */
  draw(canvas, scale = 1) {
    const pen = canvas.getContext("2d");
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    pen.clearRect(0, 0, canvas.width / scale, canvas.height / scale);
    pen.lineCap = pen.lineJoin = "round";
    for (const { color, size, points } of this.done) {
      pen.globalCompositeOperation = color ? "source-over" : "destination-out";
      pen.strokeStyle = color ?? "#000";
      pen.lineWidth = size;
      pen.beginPath();
      pen.moveTo(points[0].x, points[0].y);
      for (const point of points) pen.lineTo(point.x, point.y);
      if (points.length === 1) pen.lineTo(points[0].x + 0.01, points[0].y);
      pen.stroke();
    }
    pen.globalCompositeOperation = "source-over";
  }

  /** The same as a picture. */
  toBlob(width, height, scale = 1) {
    const canvas = new OffscreenCanvas(width, height);
    this.draw(canvas, scale);
    return canvas.convertToBlob();
  }
}
