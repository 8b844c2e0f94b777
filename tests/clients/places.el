;; Where Emacs goes for the findings in $OUT, and where Flymake marks them in
;; the drafts that $DRAFTS lists: FILE BYTE, bytes from 0, to $PLACES and $MARKS.
(setq coding-system-for-read 'utf-8-unix coding-system-for-write 'utf-8-unix)
(add-to-list 'load-path (concat (getenv "EDITORS") "/emacs"))
(require 'bylint)
(setq bylint-program (getenv "BYLINT")
      bylint-arguments '("--no-config" "--date=2026-03-02")
      compilation-skip-threshold 0)

(defun lines-of (file)
  (with-temp-buffer
    (insert-file-contents file)
    (split-string (buffer-string) "\n" t)))

(defun go-to-all ()
  (let (places)
    (with-current-buffer (get-buffer-create "*bylint*")
      (insert-file-contents (getenv "OUT"))
      (bylint-mode)
      (setq next-error-last-buffer (current-buffer))
      (goto-char (point-min)))
    (while (ignore-errors (next-error) t)
      (with-current-buffer (window-buffer (selected-window))
        (push (format "%s %d" (file-relative-name buffer-file-name)
                      (1- (position-bytes (window-point))))
              places)))
    (nreverse places)))

(defun marks-of (file)
  (with-current-buffer (find-file-noselect file)
    (let (reported)
      (bylint-flymake (lambda (diagnostics &rest _)
                        (setq reported (cons t diagnostics))))
      (with-timeout (30 (error "Flymake heard nothing of %s" file))
        (while (not reported) (accept-process-output nil 0.1)))
      (mapcar (lambda (d)
                (format "%s %d %d" file
                        (1- (position-bytes (flymake-diagnostic-beg d)))
                        (1- (position-bytes (flymake-diagnostic-end d)))))
              (cdr reported)))))

(defun write-lines (lines file)
  (with-temp-file file
    (insert (mapconcat (lambda (line) (concat line "\n")) lines ""))))

(write-lines (go-to-all) (getenv "PLACES"))
(write-lines (apply #'append (mapcar #'marks-of (lines-of (getenv "DRAFTS"))))
             (getenv "MARKS"))
