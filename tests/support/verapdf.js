// Judges PDFs by PDF/UA-1 and PDF/A-3a; prints a line for each rule that a file breaks, and `done` at the end.
var pdfa = Packages.org.verapdf.pdfa;
var Flavour = pdfa.flavours.PDFAFlavour;

Packages.java.util.logging.LogManager.getLogManager().reset();
Packages.org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider.initialise();
var foundry = pdfa.Foundries.defaultInstance();

function judge(path, flavour) {
  var parser = foundry.createParser(new java.io.File(path), flavour);
  var validator = foundry.createValidator(flavour, -1, false, false, false);
  var broken = {};
  var result = validator.validate(parser);
  var assertions = result.getTestAssertions().iterator();
  while (assertions.hasNext()) {
    var assertion = assertions.next();
    if (String(assertion.getStatus()).toUpperCase() !== "FAILED") continue;
    var rule = assertion.getRuleId();
    var name = rule.getSpecification().getId() + " " + rule.getClause() + "-" + rule.getTestNumber();
    if (!broken[name]) broken[name] = assertion.getMessage() + " @ " + assertion.getLocation().getContext();
  }
  parser.close();
  if (!result.isCompliant() && Object.keys(broken).length === 0) broken[flavour] = "breaks rules that are not named";
  for (var name in broken) print(path + ": " + name + ": " + String(broken[name]).replace(/\s+/g, " "));
}

for (var index = 0; index < arguments.length; index++) {
  judge(arguments[index], Flavour.PDFUA_1);
  judge(arguments[index], Flavour.PDFA_3_A);
}
print("done");
