"""The search in a browser: from the bar by keyboard, from the phone's menu, and with nothing for axe to find."""

import pytest

pytestmark = pytest.mark.browser
SIDER = ("/soeg/", "/soeg/?q=tryghed", "/soeg/?q=zebra&slags=punkter", "/soeg/?q=a", "/soeg/?q=x&plan=nej")


def test_fra_bjaelken_med_tastaturet_til_punktet(demo, log_ind, live_server):
    page = log_ind("projektleder")
    page.goto(f"{live_server.url}/planer/lemvig/overblik/")
    felt = page.get_by_role("banner").get_by_role("searchbox", name="Søg i alle dine planer")
    felt.focus()
    page.keyboard.type("måltal for tryghed")
    page.keyboard.press("Enter")
    page.wait_for_url("**/soeg/**")
    assert page.get_by_role("searchbox", name="Søg efter").input_value() == "måltal for tryghed"
    page.get_by_role("main").get_by_role("link", name="Måltal for tryghed").first.click()
    assert page.locator("h1").inner_text().startswith("Måltal for tryghed")


def test_paa_telefonen_staar_feltet_i_menuen(demo, log_ind, live_server):
    page = log_ind("lbf")
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{live_server.url}/planer/lemvig/aftale/")
    assert not page.locator("#soeg-bjaelke").is_visible()
    page.get_by_text("Menu").click()
    page.locator("#soeg-menu").fill("tryghed")
    page.locator("#soeg-menu").press("Enter")
    page.wait_for_url("**/soeg/**")
    assert "fund på »tryghed«" in page.locator("h1").inner_text()


@pytest.mark.parametrize("bredde", [360, 1280])
def test_axe_finder_intet_og_intet_ruller_sidelaens(demo, log_ind, live_server, overtraedelser, bredde):
    page = log_ind("projektleder")
    page.set_viewport_size({"width": bredde, "height": 740})
    fund = {}
    for sti in SIDER:
        page.goto(live_server.url + sti)
        if overtraedelser() or page.evaluate("document.documentElement.scrollWidth") > bredde:
            fund[sti] = overtraedelser()
    assert fund == {}
