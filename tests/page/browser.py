"""A headless Chromium for the tests of the page, or the reason why there is none."""

import pathlib
import shutil
import tempfile

try:
    from selenium import webdriver
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service
except ImportError:
    webdriver = None

FLAGS = ("--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
         "--disable-component-update --disable-sync --disable-dev-shm-usage --lang=en").split()


def missing():
    """What keeps a browser from being had; empty where nothing does."""
    if webdriver is None:
        return "there is no selenium for this Python (Debian: python3-selenium)"
    for program, package in (("chromium", "chromium"), ("chromedriver", "chromium-driver")):
        if shutil.which(program) is None:
            return f"there is no {program} (Debian: {package})"
    return ""


class Browser:
    """One Chromium with a profile of its own. `problems` is what its console complained of since the last look."""

    def __init__(self):
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        options = Options()
        options.binary_location = shutil.which("chromium")
        for flag in [*FLAGS, f"--user-data-dir={self.profile.name}", "--window-size=1400,900"]:
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(service=Service(shutil.which("chromedriver")), options=options)
        self.emulate()

    def emulate(self, media="", **features):
        """emulate("print"), emulate(prefers_color_scheme="dark"); movements are always off, so that nothing is waited for."""
        features.setdefault("prefers_reduced_motion", "reduce")
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "media": media, "features": [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]})

    def size(self, width, height):
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                    {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})

    def open(self, path, place=""):
        self.driver.get("about:blank")  # else another place of the same page would not load it anew
        self.driver.get(pathlib.Path(path).resolve().as_uri() + place)

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def problems(self):
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def quit(self):
        self.driver.quit()
        self.profile.cleanup()
