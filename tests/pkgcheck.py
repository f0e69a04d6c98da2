#!/usr/bin/env python3
"""pkgcheck.py FILE...: what no schema sees in a Word file we wrote.

Package: readable entries, no name twice, every part with a content type,
every relationship with a target, every part reached. Content: ids that must
be unique, bookmarks with both ends, cells that end with a paragraph, tables
with rows, controls with content, relationship ids that exist, bindings to a
store that exists. One line for each fault; exit 1 when there is one.
"""
import collections
import posixpath
import sys
import xml.etree.ElementTree as ET
import zipfile

W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
W14 = '{http://schemas.microsoft.com/office/word/2010/wordml}'
R = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'
RELS = '{http://schemas.openxmlformats.org/package/2006/relationships}'
TYPES = '{http://schemas.openxmlformats.org/package/2006/content-types}'
DRAWING = ('{http://schemas.openxmlformats.org/drawingml/2006/'
           'wordprocessingDrawing}')
STORE = ('{http://schemas.openxmlformats.org/officeDocument/2006/'
         'customXml}itemID')


def read(path):
    """The entries of a package, and what is wrong with them."""
    faults = []
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        for name, n in collections.Counter(n.lower() for n in names).items():
            if n > 1:
                faults.append(f'entry {name} stands {n} times')
        broken = package.testzip()
        if broken:
            faults.append(f'entry {broken} is damaged')
        return {name: package.read(name) for name in names}, faults


def source_of(rels):
    """word/_rels/document.xml.rels -> word/document.xml; root -> ''"""
    folder, name = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), name[:-len('.rels')])


def relationships(trees, entries):
    """{part: {id: target}} and faults."""
    found, faults, reached = {}, [], set()
    for name, tree in trees.items():
        if not name.endswith('.rels'):
            continue
        source = source_of(name)
        ids = found.setdefault(source, {})
        for rel in tree.iter(RELS + 'Relationship'):
            key, target = rel.get('Id'), rel.get('Target')
            if key in ids:
                faults.append(f'{name}: id {key} twice')
            ids[key] = target
            if rel.get('TargetMode') == 'External':
                continue
            base = '' if target.startswith('/') else posixpath.dirname(source)
            target = posixpath.normpath(posixpath.join(base,
                                                       target.lstrip('/')))
            reached.add(target)
            if target not in entries:
                faults.append(f'{name}: no part {target}')
    for name in entries:
        if not name.endswith('.rels') and name != '[Content_Types].xml' \
                and name not in reached:
            faults.append(f'{name}: no relationship leads here')
    return found, faults


def content_types(trees, entries):
    tree = trees['[Content_Types].xml']
    over = {e.get('PartName').lstrip('/') for e in tree.iter(TYPES + 'Override')}
    ends = {e.get('Extension').lower() for e in tree.iter(TYPES + 'Default')}
    for name in over - set(entries):
        yield f'content type for {name}, which is not there'
    for name in entries:
        if name != '[Content_Types].xml' and name not in over and \
                name.rsplit('.', 1)[-1].lower() not in ends:
            yield f'{name}: no content type'


def ends_with_paragraph(cell):
    """The last block of a cell is a paragraph, maybe inside a control."""
    blocks = [e for e in cell if e.tag in (W + 'p', W + 'tbl', W + 'sdt')]
    if not blocks:
        return False
    last = blocks[-1]
    if last.tag == W + 'sdt':
        content = last.find(W + 'sdtContent')
        return content is not None and ends_with_paragraph(content)
    return last.tag == W + 'p'


def shapes(name, tree):
    for e in tree.iter():
        if e.tag == W + 'tc' and not ends_with_paragraph(e):
            yield f'{name}: a cell does not end with a paragraph'
        elif e.tag == W + 'tbl' and not any(True for _ in e.iter(W + 'tr')):
            yield f'{name}: a table without rows'
        elif e.tag == W + 'tr' and not any(True for _ in e.iter(W + 'tc')):
            yield f'{name}: a row without cells'
        elif e.tag == W + 'sdt' and not len(e.find(W + 'sdtContent') or ()):
            yield f'{name}: a control without content'
        elif e.tag == W + 't' and '\n' in (e.text or ''):
            yield f'{name}: a line break inside w:t'


def identities(stories, trees):
    """Ids that must be unique in the document, and pairs."""
    seen = collections.Counter()
    starts, ends = set(), set()
    stores = {v.lower() for t in trees.values() for e in t.iter()
              for k, v in e.attrib.items() if k == STORE}
    for name, tree in stories.items():
        for e in tree.iter():
            if e.tag == W + 'sdtPr' and e.find(W + 'id') is not None:
                seen['control id', e.find(W + 'id').get(W + 'val')] += 1
            elif e.tag == W + 'bookmarkStart':
                seen['bookmark id', e.get(W + 'id')] += 1
                seen['bookmark name', e.get(W + 'name').lower()] += 1
                starts.add(e.get(W + 'id'))
                if len(e.get(W + 'name')) > 40:
                    yield f'{name}: bookmark name past 40 characters'
            elif e.tag == W + 'bookmarkEnd':
                ends.add(e.get(W + 'id'))
            elif e.tag == DRAWING + 'docPr':
                seen['drawing id', e.get('id')] += 1
            elif e.tag == W + 'dataBinding':
                store = e.get(W + 'storeItemID', '').lower()
                if store not in stores:
                    yield f'{name}: binding to no store {store}'
            if e.get(W14 + 'paraId'):
                seen['paragraph id', e.get(W14 + 'paraId')] += 1
    for (what, value), n in seen.items():
        if n > 1:
            yield f'{what} {value} stands {n} times'
    for value in starts ^ ends:
        yield f'bookmark {value} has one end only'


def check(path):
    entries, faults = read(path)
    trees = {}
    for name, data in entries.items():
        if name.endswith(('.xml', '.rels')):
            trees[name] = ET.fromstring(data)
    ids, more = relationships(trees, entries)
    faults += more
    faults += content_types(trees, entries)
    stories = {n: t for n, t in trees.items()
               if n.startswith('word/') and not n.startswith('word/glossary/')
               and not n.endswith('.rels')}
    for name, tree in stories.items():
        faults += shapes(name, tree)
        for e in tree.iter():
            for key, value in e.attrib.items():
                if key.startswith(R) and value not in ids.get(name, {}):
                    faults.append(f'{name}: no relationship {value}')
    faults += identities(stories, trees)
    return faults


def main():
    bad = 0
    for path in sys.argv[1:]:
        try:
            faults = check(path)
        except Exception as e:  # a broken file is a fault, not a traceback
            faults = [f'cannot be read: {e}']
        for fault in faults:
            print(f'{path}: {fault}')
        bad += bool(faults)
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main())
