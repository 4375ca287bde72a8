// Asks the veraPDF library whether PDF files keep a standard; one line of JSON per file and standard.
//   java -cp VALIDATOR.jar Standards.java ua1,2a a.pdf b.pdf
// The library's own reader of profiles needs packages this jar is without, so the XML is read here.
// Exit code 0: all kept; 1: some not; 2: a file could not be judged.

import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

public final class Standards {
    private static final Map<String, String> PROFILES = Map.of("ua1", "PDFUA-1", "2a", "PDFA-2A");
    private static final int ALL = 10_000_000;

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        int worst = 0;
        for (String file : Arrays.copyOfRange(arguments, 1, arguments.length)) {
            for (String standard : arguments[0].split(",")) {
                worst = Math.max(worst, judge(new File(file), standard));
            }
        }
        System.exit(worst);
    }

    private static int judge(File file, String standard) {
        PDFAFlavour flavour = PDFAFlavour.fromString(standard);
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
             PDFAValidator validator = Foundries.defaultInstance()
                 .createValidator(profile(standard, flavour), ALL, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            Map<String, String> broken = new TreeMap<>();
            for (TestAssertion found : result.getTestAssertions()) {
                if (found.getStatus() == TestAssertion.Status.FAILED) {
                    String rule = found.getRuleId().getClause() + "-" + found.getRuleId().getTestNumber();
                    broken.putIfAbsent(rule, found.getMessage() + " at " + found.getLocation().getContext());
                }
            }
            String told = broken.entrySet().stream()
                .map(entry -> text(entry.getKey() + ": " + entry.getValue()))
                .collect(Collectors.joining(","));
            System.out.printf("{\"file\":%s,\"standard\":%s,\"rules\":%d,\"checks\":%d,\"broken\":[%s]}%n",
                text(file.getName()), text(standard), validator.getProfile().getRules().size(),
                result.getTotalAssertions(), told);
            return result.isCompliant() ? 0 : 1;
        } catch (Throwable fault) {
            System.out.printf("{\"file\":%s,\"standard\":%s,\"fault\":%s}%n",
                text(file.getName()), text(standard), text(fault.toString()));
            return 2;
        }
    }

    private static ValidationProfile profile(String standard, PDFAFlavour flavour) throws Exception {
        String place = "org/verapdf/pdfa/validation/" + PROFILES.get(standard) + ".xml";
        try (InputStream in = Standards.class.getClassLoader().getResourceAsStream(place)) {
            Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in)
                .getDocumentElement();
            Set<Rule> rules = new HashSet<>();
            for (Element rule : children(root, "rules", "rule")) {
                rules.add(rule(rule));
            }
            Set<Variable> variables = new HashSet<>();
            for (Element variable : children(root, "variables", "variable")) {
                variables.add(Profiles.variableFromValues(variable.getAttribute("name"),
                    variable.getAttribute("object"), content(variable, "defaultValue"),
                    content(variable, "value")));
            }
            return Profiles.profileFromValues(flavour,
                Profiles.profileDetailsFromValues(standard, standard, "", new Date(0)), "", rules, variables);
        }
    }

    private static Rule rule(Element rule) {
        Element id = children(rule, "id").get(0);
        String deferred = rule.getAttribute("deferred");
        return Profiles.ruleFromValues(
            Profiles.ruleIdFromValues(
                PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
            rule.getAttribute("object"), deferred.isEmpty() ? null : Boolean.valueOf(deferred),
            rule.getAttribute("tags"), content(rule, "description"), content(rule, "test"),
            Profiles.errorFromValues(content(children(rule, "error").get(0), "message"),
                Collections.emptyList()),
            Collections.emptyList());
    }

    private static List<Element> children(Element parent, String... path) {
        List<Element> found = List.of(parent);
        for (String name : path) {
            List<Element> below = new ArrayList<>();
            for (Element element : found) {
                for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
                    if (node instanceof Element && node.getNodeName().equals(name)) {
                        below.add((Element) node);
                    }
                }
            }
            found = below;
        }
        return found;
    }

    private static String content(Element parent, String name) {
        List<Element> found = children(parent, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent().trim();
    }

    private static String text(String words) {
        String told = words == null ? "" : words;
        return told.chars()
            .mapToObj(c -> c < 32 || c > 126 || c == '"' || c == '\\'
                ? String.format("\\u%04x", c) : String.valueOf((char) c))
            .collect(Collectors.joining("", "\"", "\""));
    }
}
