"""PDF/UA-1 and PDF/A-3a in one file.

WeasyPrint makes one variant or the other. A handout is made as PDF/A-3a (ISO 19005-3), and here its metadata also say that it is
PDF/UA-1; PDF/A wants every property described that it does not know itself, so the extension schema comes with it.
"""

from __future__ import annotations

import pydyf  # type: ignore[import-untyped]

VARIANT = "pdf/a-3a"

_UA = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""
_END = b"</rdf:RDF>"


def say_accessible(pdf: pydyf.PDF) -> None:
    """Add to a document's metadata that it is PDF/UA-1, too."""
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    packet = b"".join(metadata.stream)
    if packet.count(_END) != 1:
        raise ValueError("the metadata of the document have another form than is known")
    metadata.stream = [packet.replace(_END, _UA + _END)]
    metadata.compress = False  # as PDF/A would have it: programs that know no PDF find them, and none unpacks them wrongly
