#!/usr/bin/env python3
"""Reads exports by the rules of the loaders that people use, and tells what these would trip over.

    read_exports.py FORMAT=FILE.zip ...

Needs Python alone. COCO goes through pycocotools as well if that can be imported. Ends with 1 if a
loader would refuse or lose something.
"""
import csv
import io
import json
import math
import os
import re
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile

try:
    from pycocotools import mask as coco_mask
    from pycocotools.coco import COCO
except ImportError:
    COCO = None

faults = []


def check(holds, where, what):
    if not holds:
        faults.append(f"{where}: {what}")
    return holds


def files_of(archive):
    with zipfile.ZipFile(archive) as packed:
        check(packed.testzip() is None, archive, "a damaged entry")
        names = packed.namelist()
        check(len(names) == len({n.lower() for n in names}), archive, "a name twice, but for case")
        return {name: packed.read(name) for name in names}


def strict_json(content, where):
    def once(pairs):
        names = [name for name, _ in pairs]
        check(len(names) == len(set(names)), where, "a member twice")
        return dict(pairs)

    def no_number(text):
        check(False, where, f"{text} is no JSON")

    return json.loads(content.decode("utf-8"), object_pairs_hook=once, parse_constant=no_number)


def distinct(values):
    return len(values) == len(set(values))


def coco(where, files):
    data = strict_json(files["annotations.json"], where)
    for kind in ("images", "annotations", "categories"):
        ids = [each["id"] for each in data[kind]]
        check(distinct(ids) and all(i >= 1 for i in ids), where, f"ids of {kind}")
    check(distinct([i["file_name"] for i in data["images"]]), where, "a file_name twice")
    images = {i["id"]: i for i in data["images"]}
    categories = {c["id"]: c for c in data["categories"]}
    for a in data["annotations"]:
        here = f"{where} annotation {a['id']}"
        image, category = images[a["image_id"]], categories[a["category_id"]]
        check(a["iscrowd"] == 0, here, "iscrowd")
        if "bbox" in a:
            check(min(a["bbox"][2:]) > 0, here, f"bbox {a['bbox']}")
            check(a["area"] > 0, here, "area")
        parts = a.get("segmentation")
        if isinstance(parts, list):
            check(all(len(p) >= 6 and len(p) % 2 == 0 for p in parts), here, "a part's numbers")
            area = sum(shoelace(p) for p in parts)
            check(math.isclose(area, a["area"], rel_tol=1e-6, abs_tol=1e-6), here, "area")
        elif parts:
            runs = coco_runs(parts["counts"])
            check(sum(runs) == parts["size"][0] * parts["size"][1], here, "runs and size")
            check(parts["size"] == [image["height"], image["width"]], here, "size of the mask")
            check(sum(runs[1::2]) == a["area"], here, "area of the mask")
        if "keypoints" in a:
            told = a["keypoints"][2::3]
            check(len(told) == len(category["keypoints"]), here, "number of keypoints")
            check(a["num_keypoints"] == sum(v > 0 for v in told), here, "num_keypoints")
            gone = zip(a["keypoints"][::3], a["keypoints"][1::3], told)
            check(all(v > 0 or (x, y) == (0, 0) for x, y, v in gone), here, "an absent point")
    if COCO:
        through_pycocotools(where, files["annotations.json"], data)


def through_pycocotools(where, content, data):
    with tempfile.NamedTemporaryFile(suffix=".json", delete=False) as kept:
        kept.write(content)
    quiet, sys.stdout = sys.stdout, io.StringIO()
    try:
        loaded = COCO(kept.name)
    finally:
        sys.stdout = quiet
        os.unlink(kept.name)
    check(len(loaded.anns) == len(data["annotations"]), where, "annotations lost in loading")
    for a in loaded.anns.values():
        if a.get("segmentation"):
            pixels = coco_mask.decode(loaded.annToRLE(a))
            if isinstance(a["segmentation"], dict):
                check(int(pixels.sum()) == a["area"], where, f"pixels of annotation {a['id']}")


def shoelace(part):
    points = list(zip(part[::2], part[1::2]))
    following = points[1:] + points[:1]
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(points, following))) / 2


def coco_runs(text):
    """As rleFrString of COCO's mask API does it."""
    runs, at = [], 0
    while at < len(text):
        value, shift, more = 0, 0, True
        while more:
            bits = ord(text[at]) - 48
            value |= (bits & 0x1F) << shift
            more, at, shift = bool(bits & 0x20), at + 1, shift + 5
            if not more and bits & 0x10:
                value |= -1 << shift
        runs.append(value + (runs[-2] if len(runs) > 2 else 0))
    return runs


def voc_dict(node):
    """What torchvision's VOCDetection makes of an element."""
    children = list(node)
    if not children:
        return {node.tag: (node.text or "").strip()}
    found = {}
    for child in map(voc_dict, children):
        for tag, value in child.items():
            found.setdefault(tag, []).append(value)
    if node.tag == "annotation":
        found["object"] = [found.get("object", [])]
    return {node.tag: {t: v[0] if len(v) == 1 else v for t, v in found.items()}}


def voc(where, files):
    for name, content in files.items():
        if not name.endswith(".xml"):
            continue
        here = f"{where} {name}"
        annotation = voc_dict(ElementTree.fromstring(content))["annotation"]
        stem = name.split("/", 1)[1][: -len(".xml")]
        check(os.path.splitext(annotation["filename"])[0] == stem, here, "filename and own name")
        width, height = int(annotation["size"]["width"]), int(annotation["size"]["height"])
        for each in annotation["object"]:
            check(each["name"] and each["pose"], here, "name or pose missing")
            check({each["difficult"], each["truncated"]} <= {"0", "1"}, here, "flags")
            box = each["bndbox"]
            left, top, right, bottom = (int(box[k]) for k in ("xmin", "ymin", "xmax", "ymax"))
            check(1 <= left <= right <= width, here, f"{left} to {right} of {width}")
            check(1 <= top <= bottom <= height, here, f"{top} to {bottom} of {height}")


def yaml_of(content):
    """The little of YAML that a data.yaml has; names are quoted as JSON is."""
    told, names = {}, {}
    for line in content.decode("utf-8").splitlines():
        key, value = line.split(":", 1)
        if line.startswith("  "):
            names[int(key)] = json.loads(value)
        else:
            told[key] = value.strip()
    return told, names


def yolo(where, files):
    told, names = yaml_of(files["data.yaml"])
    check({"train", "val"} <= told.keys(), where, "train or val missing")
    check(sorted(names) == list(range(int(told["nc"]))), where, "nc and names")
    shape = json.loads(told["kpt_shape"]) if "kpt_shape" in told else None
    listed = {row["file"] for row in csv.DictReader(io.StringIO(files["pictures.csv"].decode()))}
    stems = {os.path.splitext(file)[0].replace("images/", "labels/", 1) for file in listed}
    kinds = set()
    for name in (n for n in files if n.startswith("labels/")):
        check(name[: -len(".txt")] in stems, f"{where} {name}", "no picture of it in pictures.csv")
        for number, line in enumerate(files[name].decode("ascii").splitlines(), 1):
            here = f"{where} {name} line {number}"
            first, *rest = line.split()
            check(re.fullmatch(r"\d+", first) and int(first) in names, here, f"class {first}")
            values = [float(text) for text in rest]
            kinds.add("box" if len(values) == 4 else "other")
            if shape:
                check(len(values) == 4 + shape[0] * shape[1], here, f"{len(values)} values")
                places = values[:4] + [v for i, v in enumerate(values[4:]) if i % shape[1] < 2]
            else:
                check(len(values) == 4 or len(values) >= 6, here, f"{len(values)} values")
                check(len(values) % 2 == 0, here, "an odd number of values")
                places = values
            check(all(0 <= v <= 1 for v in places), here, f"{min(places)} to {max(places)}")
            if shape or len(values) == 4:
                check(min(values[2:4]) > 0, here, "no extent")
    check(len(kinds) < 2, where, "boxes beside other shapes, of which loaders drop one kind")


def cvat(where, files):
    root = ElementTree.fromstring(files["annotations.xml"])
    labels = {label.findtext("name") for label in root.iter("label")}
    images = root.findall("image")
    for key in ("id", "name"):
        check(distinct([image.get(key) for image in images]), where, f"{key} of an image twice")
    for image in images:
        here = f"{where} {image.get('name')}"
        for shape in image:
            check(shape.get("label") in labels, here, f"label {shape.get('label')}")
            if shape.tag == "box":
                x1, y1, x2, y2 = (float(shape.get(k)) for k in ("xtl", "ytl", "xbr", "ybr"))
                check(x1 < x2 and y1 < y2, here, "box without extent")
                check(0 <= float(shape.get("rotation", 0)) < 360, here, "rotation")
            elif shape.tag == "mask":
                runs = [int(run) for run in shape.get("rle").split(",")]
                wide, high = int(shape.get("width")), int(shape.get("height"))
                check(sum(runs) == wide * high, here, "runs and size of a mask")
                check(int(shape.get("left")) + wide <= int(image.get("width")), here, "mask outside")
                check(int(shape.get("top")) + high <= int(image.get("height")), here, "mask outside")
            elif shape.tag in ("polygon", "polyline"):
                points = [p.split(",") for p in shape.get("points").split(";")]
                check(len(points) >= 2 and all(len(p) == 2 for p in points), here, "points")


def label_studio(where, files):
    for number, task in enumerate(strict_json(files["tasks.json"], where)):
        here = f"{where} task {number}"
        check(isinstance(task["data"]["image"], str), here, "image")
        for annotation in task["annotations"]:
            check(isinstance(annotation["result"], list), here, "result is no list")
            for region in annotation["result"]:
                wanted = {"id", "from_name", "to_name", "type", "value"}
                check(wanted <= region.keys(), here, "a region lacks a member")
                value = region["value"]
                shares = [value[k] for k in ("x", "y", "width", "height") if k in value]
                shares += [share for point in value.get("points", []) for share in point]
                turned = value.get("rotation", 0) != 0
                inside = all(-1e-9 <= share <= 100 + 1e-9 for share in shares)
                check(turned or inside, here, f"outside of 0 to 100: {shares}")
                if shares:
                    check(region.get("original_width", 0) > 0, here, "original_width missing")


def table(where, files):
    text = files["results.csv"].decode("utf-8")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    for number, row in enumerate(rows):
        check(len(row) == len(rows[0]), where, f"row {number}: {len(row)} cells")
        for cell in row:
            check(not re.match(r"[=+\-@\t\r\n]", cell), where, f"row {number}: {cell!r} is run")


def ndjson(where, files):
    lines = files["results.ndjson"].split(b"\n")
    check(lines.pop() == b"", where, "the last line has no end")
    for line in lines:
        strict_json(line, where)


READERS = {
    "coco": coco,
    "voc": voc,
    "yolo": yolo,
    "cvat": cvat,
    "label-studio": label_studio,
    "csv": table,
    "ndjson": ndjson,
}


def main():
    for argument in sys.argv[1:]:
        name, archive = argument.split("=", 1)
        try:
            READERS[name](argument, files_of(archive))
        except Exception as fault:  # whatever a loader would end with
            check(False, argument, f"{type(fault).__name__}: {fault}")
    for fault in faults[:50]:
        print(fault)
    print(f"{len(sys.argv) - 1} exports, {len(faults)} faults, pycocotools: {COCO is not None}")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
