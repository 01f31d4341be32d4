"""Run by the system's own Python, which has uno: prints for each .docx what LibreOffice leaves after accept-all and reject-all."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue


def paragraphs(container):
    found, walk = [], container.createEnumeration()
    while walk.hasMoreElements():
        part = walk.nextElement()
        if part.supportsService("com.sun.star.text.Paragraph"):
            found.append(part.getString())
        elif part.supportsService("com.sun.star.text.TextTable"):
            for name in part.getCellNames():
                found += paragraphs(part.getCellByName(name))
    return found


def connect(pipe):
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
    for _ in range(300):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.1)
    sys.exit("LibreOffice did not start")


def undone(desktop, dispatcher, path, command):
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, (hidden,))
    dispatcher.executeDispatch(document.CurrentController.Frame, f".uno:{command}AllTrackedChanges", "", 0, ())
    left = [text for text in paragraphs(document.Text) if text.strip()]
    document.close(True)
    return left


def main(paths):
    profile, pipe = tempfile.mkdtemp(prefix="office"), f"redline{os.getpid()}"
    soffice = subprocess.Popen(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", "--nologo", "--nodefault",
         f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        context = connect(pipe)
        make = context.ServiceManager.createInstanceWithContext
        desktop = make("com.sun.star.frame.Desktop", context)
        dispatcher = make("com.sun.star.frame.DispatchHelper", context)
        for path in paths:
            print(json.dumps([undone(desktop, dispatcher, path, command) for command in ("Accept", "Reject")]), flush=True)
        desktop.terminate()
        soffice.wait(30)
    finally:
        soffice.kill()
        shutil.rmtree(profile, ignore_errors=True)


main(sys.argv[1:])
