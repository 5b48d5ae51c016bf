import java.io.FileInputStream;
import java.util.Arrays;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** What veraPDF finds in files: `FLAVOUR FILE…`. One line a file, `FILE compliant|failed CHECKS`, and one a broken rule. */
public final class Conformance {
  public static void main(String[] given) throws Exception {
    java.util.logging.LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    PDFAFlavour flavour = PDFAFlavour.byFlavourId(given[0]);
    for (String file : Arrays.copyOfRange(given, 1, given.length)) {
      try (FileInputStream bytes = new FileInputStream(file);
          PDFAParser parser = Foundries.defaultInstance().createParser(bytes, flavour)) {
        ValidationResult result = Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
        String verdict = result.isCompliant() ? "compliant" : "failed";
        System.out.println(file + " " + verdict + " " + result.getTotalAssertions());
        for (TestAssertion one : result.getTestAssertions())
          if (one.getStatus() == TestAssertion.Status.FAILED)
            System.out.println(
                "  " + one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber()
                    + " " + one.getMessage() + " @ " + one.getLocation().getContext());
      }
    }
  }
}
